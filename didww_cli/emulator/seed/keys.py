"""The two public keys that files are encrypted with. Their private keys stand in the tests."""

from __future__ import annotations

PUBLIC_KEYS = (
    """-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA6TQ/dTn1eCC8hFfnUSPZ
/A0hMcLdP40Yv9Miv2Ran+NFp69eND7P9JDbPNdUNK4iiP9kM9VpzwN5enNh6CsC
EPD5a+hc8zCIj09qkxpU15+zNiaJ4vAlRw0xQmDR69dxh4fX9RJEWlBSnVEBkjWk
Ec3GW3rygDuQU7kEzUvMDlJxTn6r60PqfBFL3CxZgVP4EqMZdqBvMMtbgKehEju6
v3vgDGv01/Z21DJTzkig+SsbY6iIOPA4Xv+szVyfmQm+Z0ATeQtx98sY4IrqYMXw
I/vEiDZbLFqQXES/sx2AJxfoqDxrGs2PThIplGHrq+R/eqdlinTUqnQkfFwAMtwb
XQIDAQAB
-----END PUBLIC KEY-----
""",
    """-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAquTalWjbhx5EcYVA3Vcx
b1EwDos8C3NTyZysTqTKlk8FgBXtIdzskqD9Vm2rzWByjgtsiX2Ks62+wAeYMNTN
NwGKvvfXaAH4kQSG0emN6Rf1BPj/PbMvgoIm7DmX791wGolc0+7nRaMn4vzMrxHS
AzjwJ5NppjqkU/cliu2NqW7qmkRA1FJIgLJhY2mbbUEE6IdCPvjZr1RNnf37G3BC
axI+Vmybw5LhamMNFDYfvqAOQX0KLQcBR9aJ0BiUfsDfnI79V2+VSwkjfaWkt6N9
SbJDUEVWAe7tDIO4rgd7KQJHCnkWgS1EwioD7ojCL3+qxXA1BTZfVMYG5/POibRj
7wIDAQAB
-----END PUBLIC KEY-----
""",
)
