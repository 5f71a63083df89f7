// Serves the contract with openapi-backend, which is a library: node openapi_backend.cjs CONTRACT.json PORT
const http = require("node:http");
const { OpenAPIBackend } = require("openapi-backend");

const [contract, port] = process.argv.slice(2);
const api = new OpenAPIBackend({
  definition: contract,
  quick: true,
  handlers: {
    notFound: () => ({ status: 404, mock: { reason: "not found" } }),
    unauthorizedHandler: () => ({ status: 401, mock: { reason: "unauthorized" } }),
    validationFail: (context) => ({ status: 400, mock: { reason: context.validation.errors } }),
    notImplemented: (context) => context.api.mockResponseForOperation(context.operation.operationId),
  },
});
api.registerSecurityHandler("basicAuth", (context) => /^Basic ./.test(context.request.headers.authorization ?? ""));

async function answer(request, response) {
  const parts = [];
  for await (const part of request) parts.push(part);
  const [path, query] = request.url.split("?");
  const body = parts.length ? Buffer.concat(parts).toString() : undefined;
  const { status, mock } = await api.handleRequest({ method: request.method, path, query, headers: request.headers, body });
  const text = JSON.stringify(mock);
  response.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
  response.end(text);
}

api.init().then(() => http.createServer(answer).listen(Number(port), "127.0.0.1"));
