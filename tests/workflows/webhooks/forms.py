"""A callback written down as tools, servers, frameworks and languages write it: one function a form."""

from __future__ import annotations

import base64
import csv
import html
import io
import json
import pprint
import re
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, quote, quote_plus, urlsplit

from .samples import hmac_of

HOST = "hooks.example.com"


@dataclass(frozen=True)
class Callback:
    """A callback as it came, and what it was signed with."""

    method: str
    url: str
    params: dict[str, str]
    scheme: str = "https"
    as_json: bool = False

    @property
    def split(self) -> Any:
        return urlsplit(self.url)

    @property
    def signature(self) -> str:
        split = self.split
        normal = f"{split.scheme}://{split.hostname}:{split.port or {'http': 80, 'https': 443}[split.scheme]}"
        normal += split.path + (f"?{split.query}" if split.query else "")
        return hmac_of(normal + "".join(name + value for name, value in sorted(self.params.items())))

    @property
    def target(self) -> str:
        return self.split.path + (f"?{self.split.query}" if self.split.query else "")

    @property
    def body(self) -> str:
        if self.method == "GET":
            return ""
        if self.as_json:
            return json.dumps([self.params])
        return "&".join(f"{name}={quote_plus(value)}" for name, value in self.params.items())

    @property
    def headers(self) -> dict[str, str]:
        found = {"Host": self.split.netloc, "User-Agent": "DIDWW", "Accept": "*/*", "X-DIDWW-Signature": self.signature}
        if self.method == "POST":
            kind = "application/json" if self.as_json else "application/x-www-form-urlencoded"
            found |= {"Content-Type": kind, "Content-Length": str(len(self.body.encode()))}
        return found

    @property
    def lower(self) -> dict[str, str]:
        return {name.lower(): value for name, value in self.headers.items()}

    @property
    def parsed(self) -> Any:
        """The parameters of the body as a framework gives them."""
        return ([self.params] if self.as_json else self.params) if self.method == "POST" else {}

    @property
    def query(self) -> dict[str, str]:
        return dict(parse_qsl(self.split.query, keep_blank_values=True))

    def tampered(self) -> Callback:
        """The same with one character changed after it was signed."""
        return Tampered(self.method, self.url, self.params, self.scheme, self.as_json, self)


@dataclass(frozen=True)
class Tampered(Callback):
    original: Callback | None = None

    @property
    def signature(self) -> str:
        text = self.original.signature if self.original else ""
        return ("0" if text[0] != "0" else "1") + text[1:]


def _raw(c: Callback, end: str = "\r\n") -> str:
    lines = [f"{c.method} {c.target} HTTP/1.1", *(f"{name}: {value}" for name, value in c.headers.items())]
    return end.join([*lines, "", c.body])


def _js(value: Any, indent: int = 2) -> str:
    """A value as Node prints it."""
    if isinstance(value, dict):
        rows = [f"{' ' * indent}{_js_key(key)}: {_js(item, indent + 2)}" for key, item in value.items()]
        return "{\n" + ",\n".join(rows) + "\n" + " " * (indent - 2) + "}" if rows else "{}"
    if isinstance(value, list):
        return "[ " + ", ".join(_js(item, indent) for item in value) + " ]"
    return _js_string(str(value))


def _js_key(key: str) -> str:
    return key if key.isidentifier() else f"'{key}'"


def _js_string(text: str) -> str:
    text = text.replace("\\", "\\\\")
    return f"'{text}'" if "'" not in text else f'"{text}"' if '"' not in text else f"`{text}`"


def _ruby(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k, ensure_ascii=False)}=>{_ruby(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_ruby, value)) + "]"
    return "nil" if value is None else json.dumps(value, ensure_ascii=False).replace("#", "#")


def _print_r(value: Any, indent: int = 0) -> str:
    if not isinstance(value, dict | list):
        return str(value)
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    pad = " " * indent
    inner = "".join(f"{pad}    [{key}] => {_print_r(item, indent + 8)}\n" for key, item in pairs)
    return f"Array\n{pad}(\n{inner}{pad})\n"


def _var_dump(value: Any, indent: int = 0) -> str:
    pad = "  " * indent
    if isinstance(value, dict):
        rows = "".join(f'{pad}  ["{key}"]=>\n{_var_dump(item, indent + 1)}' for key, item in value.items())
        return f"{pad}array({len(value)}) {{\n{rows}{pad}}}\n"
    return f'{pad}string({len(str(value).encode())}) "{value}"\n'


def _var_export(value: Any, indent: int = 0) -> str:
    pad = "  " * indent
    if isinstance(value, dict):
        rows = "".join(f"{pad}  '{key}' => {_var_export(item, indent + 1).strip()},\n" for key, item in value.items())
        return f"\n{pad}array (\n{rows}{pad})"
    return "'" + str(value).replace("\\", "\\\\").replace("'", "\\'") + "'"


def _php(c: Callback) -> dict[str, Any]:
    return {"method": c.method, "uri": c.target, "headers": c.headers, "post": c.parsed or {"": ""}}


def _server(c: Callback) -> dict[str, Any]:
    names = {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in c.headers.items()}
    return {"REQUEST_METHOD": c.method, "REQUEST_URI": c.target, "HTTPS": "on", "SERVER_NAME": HOST, **names}


def _hexdump(data: bytes, style: str) -> str:
    rows = []
    for start in range(0, len(data), 16):
        row = data[start : start + 16]
        shown = "".join(chr(b) if 32 <= b < 127 else "." for b in row)
        if style == "C":
            words = " ".join(f"{b:02x}" for b in row[:8]) + "  " + " ".join(f"{b:02x}" for b in row[8:])
            rows.append(f"{start:08x}  {words:<49} |{shown}|")
        elif style == "xxd":
            words = " ".join(row[at : at + 2].hex() for at in range(0, len(row), 2))
            rows.append(f"{start:08x}: {words:<40} {shown}")
        else:
            rows.append(f"    {start:08X}  {' '.join(f'{b:02x}' for b in row):<48}  {shown}")
    return "\n".join(rows) + "\n"


def _trace_ascii(c: Callback) -> str:
    def rows(data: str) -> str:
        found, at = [], 0
        for line in data.split("\r\n"):
            for start in range(0, max(len(line), 1), 64):
                found.append(f"{at:04x}: {line[start : start + 64]}")
                at += len(line[start : start + 64])
            at += 2
        return "\n".join(found)

    return _traced(c, rows, "\r\n", "0000: HTTP/1.1 200 OK\n")


def _trace(c: Callback) -> str:
    def rows(data: str) -> str:
        found = []
        for start in range(0, len(data), 16):
            row = data[start : start + 16].encode()
            shown = "".join(chr(b) if 32 <= b < 127 else "." for b in row)
            found.append(f"{start:04x}: {''.join(f'{b:02x} ' for b in row):<48}{shown}")
        return "\n".join(found)

    return _traced(
        c, rows, "\r\n\r\n", "0000: 48 54 54 50 2f 31 2e 31 20 32 30 30 20 4f 4b 0d HTTP/1.1 200 OK.\n0010: 0a .\n"
    )


def _traced(c: Callback, rows: Callable[[str], str], ending: str, answer: str) -> str:
    """What curl writes down."""
    head, _, body = _raw(c).partition("\r\n\r\n")
    return (
        f"== Info: Connected\n=> Send header, {len(head) + 4} bytes (0xfc)\n{rows(head + ending)}\n"
        + (f"=> Send data, {len(body)} bytes (0x3f)\n{rows(body)}\n" if body else "")
        + f"<= Recv header, 17 bytes\n{answer}"
    )


def _timed(trace: str) -> str:
    """As ``--trace-time`` and ``--trace-ids`` write it."""
    return re.sub("^(==|=>|<=) ", r"17:20:25.566703 [0-0] \1 ", trace, flags=re.MULTILINE)


def _entry(c: Callback) -> dict[str, Any]:
    return {"method": c.method, "url": c.url, "headers": c.headers, "body": c.body}


def _csv(rows: list[dict[str, Any]], mark: str = ",") -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=mark)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _wrapped(lines: str, prefix: str) -> str:
    return "".join(f"{prefix}{line}\n" for line in lines.splitlines())


def _yaml(c: Callback) -> str:
    heads = "".join(f"      {name}: {json.dumps(value)}\n" for name, value in c.headers.items())
    return f"- request:\n    method: {c.method}\n    url: {c.url}\n    headers:\n{heads}    body: {json.dumps(c.body)}\n  response:\n    status: 200\n"


def _insomnia(c: Callback) -> str:
    heads = [{"name": name, "value": value} for name, value in c.headers.items()]
    return json.dumps(
        {
            "resources": [
                {
                    "_type": "request",
                    "url": c.url,
                    "method": c.method,
                    "headers": heads,
                    "body": {"mimeType": c.headers.get("Content-Type"), "text": c.body},
                }
            ]
        }
    )


def _postman(c: Callback) -> str:
    heads = [{"key": name, "value": value} for name, value in c.headers.items()]
    body = {"mode": "raw", "raw": c.body}
    url = {"raw": c.url, "protocol": "https", "host": HOST.split("."), "path": c.split.path.split("/")[1:]}
    return json.dumps(
        {
            "info": {"name": "x"},
            "item": [{"name": "cb", "request": {"method": c.method, "header": heads, "body": body, "url": url}}],
        }
    )


def _postman_form(c: Callback) -> str:
    heads = [{"key": name, "value": value} for name, value in c.headers.items()]
    body = {
        "mode": "urlencoded",
        "urlencoded": [{"key": key, "value": value} for key, value in (c.parsed or {}).items()],
    }
    return json.dumps({"item": [{"request": {"method": c.method, "header": heads, "body": body, "url": c.url}}]})


def _burp(c: Callback) -> str:
    raw = base64.b64encode(_raw(c).encode()).decode()
    return f'<?xml version="1.0"?>\n<items burpVersion="2023"><item><time>Tue Nov 24 10:15:02 UTC 2026</time><url><![CDATA[{c.url}]]></url><host ip="192.0.2.1">{HOST}</host><port>443</port><protocol>https</protocol><method><![CDATA[{c.method}]]></method><request base64="true"><![CDATA[{raw}]]></request><status>200</status></item></items>'


def _pdml(c: Callback) -> str:
    rows = [
        ("http.request.method", c.method),
        ("http.request.uri", c.target),
        ("http.host", c.split.netloc),
        ("http.request.full_uri", c.url),
        ("http.file_data", c.body),
    ]
    lines = [f"X-DIDWW-Signature: {c.signature}\\r\\n"]
    fields = "".join(
        f'<field name="{name}" showname="x" size="1" pos="1" show="{html.escape(value)}" value="00"/>\n'
        for name, value in rows
    )
    return f'<?xml version="1.0"?>\n<pdml><packet><proto name="http">\n{fields}<field name="http.request.line" show="{html.escape(lines[0])}"/></proto></packet></pdml>'


def _tshark_json(c: Callback) -> str:
    lines = [f"{name}: {value}\r\n" for name, value in c.headers.items()]
    http = {
        f"{c.method} {c.target} HTTP/1.1\\r\\n": {"http.request.method": c.method, "http.request.uri": c.target},
        "http.host": c.split.netloc,
        "http.request.line": lines,
        "http.request.full_uri": c.url,
        "http.file_data": c.body,
    }
    return json.dumps([{"_index": "packets", "_source": {"layers": {"frame": {"frame.time": "x"}, "http": http}}}])


def _spring(c: Callback) -> str:
    heads = ", ".join(f'{name}:"{value}"' for name, value in c.lower.items())
    payload = f", payload={c.body}" if c.body else ""
    return f"2026-11-24T10:15:02.114Z DEBUG 1 --- [nio-8080-exec-1] o.s.w.f.CommonsRequestLoggingFilter : After request [{c.method} {c.target}, client=46.19.209.1, headers=[{heads}]{payload}]"


def _java_map(c: Callback) -> str:
    heads = "{" + ", ".join(f"{name}={value}" for name, value in c.lower.items()) + "}"
    return f"INFO callback method={c.method} url={c.url} headers={heads} body={c.body}"


def _go(c: Callback) -> str:
    heads = " ".join(f"{name.title()}:[{value}]" for name, value in c.headers.items() if name != "Host")
    form = " ".join(f"{name}:[{value}]" for name, value in c.params.items()) if c.method == "POST" else ""
    return f"2026/11/24 10:15:02 &{{Method:{c.method} URL:{c.target} Proto:HTTP/1.1 Header:map[{heads}] Host:{c.split.netloc} RequestURI:{c.target} Form:map[{form}]}}"


def _rails(c: Callback) -> str:
    return f'Started {c.method} "{c.target}" for 46.19.209.1 at 2026-11-24 10:15:02 +0000\nProcessing by HooksController#create as */*\n  Parameters: {_ruby(c.params)}\nhost={c.split.netloc} X-DIDWW-Signature: {c.signature}\nCompleted 204 No Content in 3ms\n'


def _logger(c: Callback) -> str:
    return f"10:15:02 INFO {c.method} {c.url}\n10:15:02 INFO Headers: {json.dumps(c.headers)}\n10:15:02 INFO Body: {c.body}\n"


def _elixir(c: Callback) -> str:
    heads = ", ".join(f'{{"{name}", "{value}"}}' for name, value in c.lower.items())
    params = ", ".join(
        f"{json.dumps(k, ensure_ascii=False)} => {json.dumps(v, ensure_ascii=False)}" for k, v in c.params.items()
    )
    return f'%Plug.Conn{{host: "{HOST}", method: "{c.method}", request_path: "{c.split.path}", query_string: "{c.split.query}", req_headers: [{heads}], body_params: %{{{params}}}, port: 443, scheme: :https}}'


def _rust(c: Callback) -> str:
    heads = ", ".join(f'"{name}": "{value}"' for name, value in c.lower.items())
    return f"Request {{ method: {c.method}, uri: {c.url}, version: HTTP/1.1, headers: {{{heads}}}, body: {json.dumps(c.body)} }}"


def _perl(c: Callback) -> str:
    def rows(d: dict[str, str]) -> str:
        return ",\n".join(
            "          '{}' => '{}'".format(k, str(v).replace("\\", "\\\\").replace("'", "\\'")) for k, v in d.items()
        )

    return f"$VAR1 = {{\n  'method' => '{c.method}',\n  'uri' => '{c.url}',\n  'headers' => {{\n{rows(c.headers)}\n  }},\n  'body' => '{c.body}'\n}};\n"


def _powershell(c: Callback) -> str:
    heads = "; ".join(f'"{name}"="{value}"' for name, value in c.headers.items())
    body = c.body.replace('"', '`"')
    return f'Invoke-WebRequest -Uri "{c.url}" -Method {c.method} -Headers @{{{heads}}} -Body "{body}"'


def _fetch(c: Callback) -> str:
    return f"fetch({json.dumps(c.url)}, {json.dumps({'headers': c.lower, 'body': c.body or None, 'method': c.method}, indent=2)});"


def _requests(c: Callback) -> str:
    return f"import requests\n\nurl = {c.url!r}\nheaders = {c.headers!r}\nresponse = requests.{c.method.lower()}(url, headers=headers, data={c.body!r})\n"


def _httpie(c: Callback) -> str:
    return (
        f"http {c.method} {shlex.quote(c.url)} "
        + " ".join(shlex.quote(f"{n}:{v}") for n, v in c.headers.items())
        + f" --raw {shlex.quote(c.body)}"
    )


def _httpie_verbose(c: Callback) -> str:
    return _raw(c, "\n") + "\n\n\nHTTP/1.1 200 OK\nContent-Length: 2\n\nok\n"


def _curl(c: Callback) -> str:
    heads = " ".join(f"-H {shlex.quote(f'{n}: {v}')}" for n, v in c.headers.items())
    return (
        f"curl -X {c.method} {heads} " + (f"--data-raw {shlex.quote(c.body)} " if c.body else "") + shlex.quote(c.url)
    )


def _wget(c: Callback) -> str:
    heads = " ".join(f"--header={shlex.quote(f'{n}: {v}')}" for n, v in c.headers.items())
    return f"wget {heads} " + (f"--post-data={shlex.quote(c.body)} " if c.body else "") + shlex.quote(c.url)


def _modsecurity(c: Callback) -> str:
    head, _, body = _raw(c, "\n").partition("\n\n")
    part = f"--a1b2c3d4-C--\n{body}\n" if body else ""
    return f"--a1b2c3d4-A--\n[24/Nov/2026:10:15:02 +0000] Xab1 46.19.209.1 40000 192.0.2.10 443\n--a1b2c3d4-B--\n{head}\n\n{part}--a1b2c3d4-F--\nHTTP/1.1 200 OK\nContent-Length: 2\n\n--a1b2c3d4-Z--\n"


def _dumpio(c: Callback) -> str:
    lines = _raw(c).split("\r\n")
    return "".join(
        f"[Tue Nov 24 10:15:02.1 2026] [dumpio:trace7] [pid 1] mod_dumpio.c(103): [client 46.19.209.1:40000] mod_dumpio:  dumpio_in (data-HEAP): {line}\\r\\n\n"
        for line in lines
    )


def _iis(c: Callback) -> str:
    query = c.split.query or "-"
    return f"#Fields: date time cs-method cs-uri-stem cs-uri-query cs-host cs(X-DIDWW-Signature) sc-status\n2026-11-24 10:15:02 {c.method} {c.split.path} {query} {c.split.netloc} {c.signature} 200\n"


def _tcpdump_a(c: Callback) -> str:
    return (
        "22:27:51.000001 IP 46.19.209.1.40000 > 192.0.2.10.80: Flags [P.], seq 0:478, win 8192, length 478: HTTP: "
        + f'{c.method} {c.target} HTTP/1.1\nE....4............@.P........P. .!"..{_raw(c)}\n'
    )


def _socat(c: Callback) -> str:
    return (
        "> 2026/11/24 21:43:25.000433591  length=478 from=0 to=477\n"
        + _raw(c).replace("\r\n", "\\r\n")
        + "\n< 2026/11/24 21:43:25.0004  length=19 from=0 to=18\nHTTP/1.0 200 OK\\r\n\\r\n"
    )


def _ngrep(c: Callback) -> str:
    return "T 46.19.209.1:40000 -> 192.0.2.10:80 [AP]\n  " + _raw(c).replace("\r\n", "..") + "\n"


def _sentry(c: Callback) -> str:
    heads = [[name, value] for name, value in c.headers.items()]
    return json.dumps(
        {
            "event_id": "x",
            "request": {
                "url": c.url.partition("?")[0],
                "method": c.method,
                "query_string": c.split.query,
                "headers": heads,
                "data": c.parsed,
            },
            "tags": [["url", c.url]],
        }
    )


def _otel(c: Callback) -> str:
    return json.dumps(
        {
            "name": c.method,
            "attributes": {
                "http.request.method": c.method,
                "url.full": c.url,
                "http.request.header.x_didww_signature": [c.signature],
                "http.request.body.content": c.body,
            },
        }
    )


def _wiremock(c: Callback) -> str:
    return json.dumps(
        {
            "requests": [
                {
                    "id": "x",
                    "request": {
                        "url": c.target,
                        "absoluteUrl": c.url,
                        "method": c.method,
                        "clientIp": "46.19.209.1",
                        "headers": c.headers,
                        "body": c.body,
                        "bodyAsBase64": base64.b64encode(c.body.encode()).decode(),
                        "loggedDate": 1795515302114,
                    },
                    "responseDefinition": {"status": 200},
                }
            ]
        }
    )


def _mockserver(c: Callback) -> str:
    return json.dumps(
        [
            {
                "httpRequest": {
                    "method": c.method,
                    "path": c.split.path,
                    "queryStringParameters": {k: [v] for k, v in c.query.items()},
                    "headers": {n: [v] for n, v in c.headers.items()},
                    "body": {"type": "STRING", "string": c.body},
                    "secure": True,
                }
            }
        ]
    )


def _azure(c: Callback) -> str:
    return json.dumps(
        {
            "method": c.method,
            "url": c.url,
            "originalUrl": c.url,
            "headers": c.lower,
            "query": c.query,
            "params": {},
            "body": c.body,
            "rawBody": c.body,
        }
    )


def _netlify(c: Callback) -> str:
    body = base64.b64encode(c.body.encode()).decode()
    return json.dumps(
        {
            "path": c.split.path,
            "httpMethod": c.method,
            "rawUrl": c.url,
            "rawQuery": c.split.query,
            "headers": c.lower,
            "body": body if c.body else None,
            "isBase64Encoded": bool(c.body),
        }
    )


def _hookdeck(c: Callback) -> str:
    return json.dumps(
        {
            "request": {
                "data": {
                    "headers": c.lower,
                    "body": c.parsed or "",
                    "parsed_query": c.query,
                    "query": c.split.query,
                    "path": c.split.path,
                    "method": c.method,
                },
                "source": {"url": f"https://{HOST}"},
            }
        }
    )


def _requestbin(c: Callback) -> str:
    return json.dumps(
        {
            "event": {
                "method": c.method,
                "path": c.split.path,
                "query": c.query,
                "client_ip": "46.19.209.1",
                "url": c.url,
                "headers": c.lower,
                "bodyRaw": c.body,
                "body": c.parsed,
            }
        }
    )


def _loki(c: Callback) -> str:
    return json.dumps(
        {"labels": {"app": "hook"}, "line": json.dumps(_entry(c)), "timestamp": "2026-11-24T10:15:02.114Z"}
    )


def _cloudwatch_csv(c: Callback) -> str:
    return _csv([{"timestamp": "1795515302114", "message": json.dumps(_entry(c)), "logStream": "a"}])


def _k8s(c: Callback) -> str:
    return f"2026-11-24T10:15:02.114233Z stdout F {json.dumps(_entry(c))}\n"


def _syslog5424(c: Callback) -> str:
    return f"<14>1 2026-11-24T10:15:02.114Z web1 hook 412 - - {json.dumps(_entry(c))}\n"


def _journald_json(c: Callback) -> str:
    return (
        json.dumps({"__REALTIME_TIMESTAMP": "1795515302114000", "MESSAGE": json.dumps(_entry(c)), "_PID": "412"}) + "\n"
    )


def _splunk(c: Callback) -> str:
    return json.dumps(
        {
            "preview": False,
            "result": {"_raw": json.dumps(_entry(c)), "_time": "2026-11-24T10:15:02.114+00:00", "host": "web1"},
        }
    )


def _winston(c: Callback) -> str:
    return (
        "info: callback "
        + json.dumps(
            {
                "method": c.method,
                "originalUrl": c.target,
                "hostname": HOST,
                "protocol": "https",
                "headers": c.lower,
                "body": c.parsed,
            }
        )
        + "\n"
    )


def _http_headers_then_json(c: Callback) -> str:
    return (
        f"--- {c.method} {c.url} ---\n"
        + "".join(f"{n} = {v}\n" for n, v in c.headers.items())
        + f"\nPOST data: {json.dumps(c.parsed)}\n"
    )


def _kestrel(c: Callback) -> str:
    heads = "".join(f"      {n}: {v}\n" for n, v in c.headers.items())
    return f"info: Microsoft.AspNetCore.HttpLogging.HttpLoggingMiddleware[1]\n      Request:\n      Protocol: HTTP/1.1\n      Method: {c.method}\n      Scheme: https\n      PathBase: \n      Path: {c.split.path}\n      QueryString: {'?' + c.split.query if c.split.query else ''}\n{heads}info: Microsoft.AspNetCore.HttpLogging.HttpLoggingMiddleware[3]\n      RequestBody: {c.body}\n"


def _envoy(c: Callback) -> str:
    return json.dumps(
        {
            "authority": c.split.netloc,
            "method": c.method,
            "path": c.target,
            "protocol": "HTTP/1.1",
            "x_forwarded_proto": "https",
            "x_didww_signature": c.signature,
            "request_body": c.body,
            "start_time": "2026-11-24T10:15:02.114Z",
        }
    )


def _haproxy_text(c: Callback) -> str:
    return f'Nov 24 10:15:02 lb haproxy[1]: 46.19.209.1:40000 [24/Nov/2026:10:15:02.114] https~ app/web1 0/0/1/2/3 200 2 - - ---- 1/1/0/0/0 0/0 {{{c.split.netloc}|DIDWW|{c.signature}|{c.body}}} "{c.method} {c.target} HTTP/1.1"\n'


def _tornado(c: Callback) -> str:
    heads = ", ".join(f"{k!r}: {v!r}" for k, v in c.headers.items())
    return f"HTTPServerRequest(protocol='https', host={c.split.netloc!r}, method={c.method!r}, uri={c.target!r}, version='HTTP/1.1', remote_ip='46.19.209.1')\n{{{heads}}}\n{c.body.encode()!r}\n"


def _wsgi_pprint(c: Callback) -> str:
    return pprint.pformat(
        {
            **_server(c),
            "wsgi.url_scheme": "https",
            "PATH_INFO": c.split.path,
            "QUERY_STRING": c.split.query,
            "body": c.body.encode(),
        },
        width=79,
    )


def _ruby_pp(c: Callback) -> str:
    return _ruby({**_server(c), "rack.url_scheme": "https", "rack.input": c.body, "params": c.params})


def _markdown(c: Callback) -> str:
    return f"Got this from DIDWW:\n\n```\n{_raw(c, chr(10))}\n```\n"


def _email_quoted(c: Callback) -> str:
    return _wrapped(_raw(c, "\n"), "> ")


Form = Callable[[Callback], str]
FORMS: dict[str, Form] = {
    "raw": _raw,
    "raw-lf": lambda c: _raw(c, "\n"),
    "print_r": lambda c: _print_r(_php(c)),
    "var_dump": lambda c: _var_dump(_php(c)),
    "var_export": lambda c: _var_export(_php(c)),
    "server-print_r": lambda c: "$_SERVER: " + _print_r(_server(c)) + "php://input: " + c.body + "\n",
    "node": lambda c: _js({"method": c.method, "url": c.target, "headers": c.lower, "body": c.parsed}),
    "python-dict": lambda c: repr({"method": c.method, "url": c.url, "headers": c.headers, "body": c.body.encode()}),
    "python-pprint": lambda c: pprint.pformat(
        {"method": c.method, "url": c.url, "headers": c.headers, "form": c.parsed}, width=60
    ),
    "hexdump-C": lambda c: _hexdump(_raw(c).encode(), "C"),
    "xxd": lambda c: _hexdump(_raw(c).encode(), "xxd"),
    "follow-hex": lambda c: _hexdump(_raw(c).encode(), "follow"),
    "trace-ascii": _trace_ascii,
    "trace-ascii-time": lambda c: _timed(_trace_ascii(c)),
    "trace": _trace,
    "trace-time": lambda c: _timed(_trace(c)),
    "yaml": _yaml,
    "insomnia": _insomnia,
    "postman": _postman,
    "postman-form": _postman_form,
    "burp": _burp,
    "pdml": _pdml,
    "tshark-json": _tshark_json,
    "spring": _spring,
    "java-map": _java_map,
    "go": _go,
    "rails": _rails,
    "logger": _logger,
    "elixir": _elixir,
    "rust": _rust,
    "perl": _perl,
    "powershell": _powershell,
    "fetch": _fetch,
    "requests": _requests,
    "httpie": _httpie,
    "httpie-verbose": _httpie_verbose,
    "curl": _curl,
    "wget": _wget,
    "modsecurity": _modsecurity,
    "dumpio": _dumpio,
    "iis": _iis,
    "tcpdump-A": _tcpdump_a,
    "socat-v": _socat,
    "ngrep": _ngrep,
    "sentry": _sentry,
    "otel": _otel,
    "wiremock": _wiremock,
    "mockserver": _mockserver,
    "azure": _azure,
    "netlify": _netlify,
    "hookdeck": _hookdeck,
    "requestbin": _requestbin,
    "loki": _loki,
    "cloudwatch-csv": _cloudwatch_csv,
    "kubernetes": _k8s,
    "syslog5424": _syslog5424,
    "journald-json": _journald_json,
    "splunk": _splunk,
    "winston": _winston,
    "headers-then-json": _http_headers_then_json,
    "kestrel": _kestrel,
    "envoy": _envoy,
    "haproxy-text": _haproxy_text,
    "tornado": _tornado,
    "wsgi-pprint": _wsgi_pprint,
    "ruby-inspect": _ruby_pp,
    "markdown": _markdown,
    "quoted-mail": _email_quoted,
}
BODILESS = {"iis"}  # forms that never hold a body

ORDER = {"id": "1dd7a68b-e235-402b-8912-fe73ee14243a", "type": "orders", "status": "completed"}
SPECIAL = {
    "id": "1dd7a68b-e235-402b-8912-fe73ee14243a",
    "type": "address_verifications",
    "status": "rejected",
    "reject_reason": 'Größe & Maß = 1+1; 50% "x"',
    "reject_comment": "O'Neill, \\ / 漢字 (a) #1 ?",
}


def get(params: dict[str, str], base: str = f"https://{HOST}/didww") -> Callback:
    query = "&".join(f"{name}={quote_plus(value)}" for name, value in params.items())
    return Callback("GET", f"{base}?{query}", params)


CALLBACKS = {
    "get-order": get(ORDER),
    "get-special": get(SPECIAL),
    "post-order": Callback("POST", f"https://{HOST}/didww?token={quote('a b')}", ORDER),
    "post-special": Callback("POST", f"https://{HOST}:8443/didww/callbacks/", SPECIAL),
    "post-json": Callback(
        "POST", f"https://{HOST}/didww", {**ORDER, "type": "voice_out_trunks", "status": "active"}, as_json=True
    ),
}
