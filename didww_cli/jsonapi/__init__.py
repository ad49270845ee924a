"""JSON:API over HTTP: requests with retries, lists page by page, compound documents."""
