// Starts GraphiQL against the service that serves it. The token goes into the headers editor below the query.
const socket = new URL("/graphql", window.location.href);
socket.protocol = socket.protocol === "https:" ? "wss:" : "ws:";

ReactDOM.createRoot(document.getElementById("graphiql")).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: "/graphql", subscriptionUrl: socket.href }),
    defaultEditorToolsVisibility: "headers",
    shouldPersistHeaders: false,
    defaultHeaders: JSON.stringify({ Authorization: "Bearer <paste a token that the service printed>" }, null, 2),
    defaultQuery: [
      "# Paste a token into the headers editor below: `inspectorate demo` prints one per agency and place.",
      "# 请将令牌粘贴到下方的请求头编辑器：inspectorate demo 启动时按机关和地区各打印一个。",
      "",
      "{",
      "  __typename",
      "}",
      "",
    ].join("\n"),
  }),
);
