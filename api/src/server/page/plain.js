// The page for builds without GraphiQL: sends a query, shows the answer, lists the schema.
const at = (id) => document.getElementById(id);
const show = (text) => (at("answer").textContent = text);

const SCHEMA = `{ __schema { types { name kind description
  fields { name description type { ...T } args { name type { ...T } } }
  inputFields { name type { ...T } } enumValues { name description } } } }
  fragment T on __Type { name kind ofType { name kind ofType { name kind ofType { name kind } } } }`;

async function ask(query, variables) {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/graphql-response+json, application/json;q=0.9",
      authorization: `Bearer ${at("token").value.trim()}`,
    },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

async function run() {
  try {
    const text = at("variables").value.trim();
    show(JSON.stringify(await ask(at("query").value, text ? JSON.parse(text) : undefined), null, 2));
  } catch (error) {
    show(String(error));
  }
}

function named(type) {
  if (!type) return "";
  if (type.kind === "NON_NULL") return `${named(type.ofType)}!`;
  if (type.kind === "LIST") return `[${named(type.ofType)}]`;
  return type.name;
}

function described(type) {
  const doc = (text) => (text ? `  # ${text.split("\n")[0]}` : "");
  const args = (field) =>
    field.args?.length ? `(${field.args.map((arg) => `${arg.name}: ${named(arg.type)}`).join(", ")})` : "";
  const lines = [
    ...(type.fields ?? []).map((field) => `  ${field.name}${args(field)}: ${named(field.type)}${doc(field.description)}`),
    ...(type.inputFields ?? []).map((field) => `  ${field.name}: ${named(field.type)}`),
    ...(type.enumValues ?? []).map((value) => `  ${value.name}${doc(value.description)}`),
  ];
  return [`${type.kind.toLowerCase()} ${type.name}${doc(type.description)}`, ...lines].join("\n");
}

async function listSchema() {
  try {
    const answer = await ask(SCHEMA);
    const types = answer.data?.__schema.types.filter((type) => !type.name.startsWith("__"));
    show(types ? types.map(described).join("\n\n") : JSON.stringify(answer, null, 2));
  } catch (error) {
    show(String(error));
  }
}

at("run").addEventListener("click", run);
at("schema").addEventListener("click", listSchema);
at("query").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
});
