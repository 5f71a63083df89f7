// Serves the contract with @scalar/mock-server, which is a library: node scalar.mjs CONTRACT.json PORT
import { readFileSync } from "node:fs";
import { serve } from "@hono/node-server";
import { createMockServer } from "@scalar/mock-server";

const [contract, port] = process.argv.slice(2);
const app = await createMockServer({ document: JSON.parse(readFileSync(contract, "utf8")), logger: false });
serve({ fetch: app.fetch, port: Number(port), hostname: "127.0.0.1" });
