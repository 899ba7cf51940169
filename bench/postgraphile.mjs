// PostGraphile 5 over the same tables. "rights" adds what the other two always do: a checked token, and the viewer's right
// as a condition on every row (row level security with settings of the transaction).
import { createServer } from "node:http";
import jwt from "jsonwebtoken";
import { grafserv } from "grafserv/node";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";

// Node 20 lacks it; from 22 on this does nothing.
Promise.withResolvers ??= function () {
  let resolve, reject;
  const promise = new this((yes, no) => ((resolve = yes), (reject = no)));
  return { promise, resolve, reject };
};

const [port, url, mode] = process.argv.slice(2);
const rights = mode === "rights";
const preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString: url, schemas: ["public"], poolConfig: { max: 10 } })],
  grafserv: { graphiql: false, watch: false },
  grafast: {
    explain: false,
    context(ctx) {
      if (!rights) return {};
      const header = ctx.node.req.headers.authorization ?? "";
      jwt.verify(header.slice(7), process.env.TOKEN_SECRET, { algorithms: ["HS256"], audience: "inspectorate", issuer: "inspectorate" });
      return { pgSettings: { role: "viewer", "viewer.from": process.env.VIEWER_PATH, "viewer.to": process.env.VIEWER_PATH.replace(/\/$/, "0") } };
    },
  },
};
const instance = postgraphile(preset).createServ(grafserv);
const server = createServer();
await instance.addTo(server);
server.listen(Number(port), "127.0.0.1", () => console.log("listening"));
