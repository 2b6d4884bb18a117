// Holds recorded requests and answers against the Bot API's own types: node check-types.mjs FOLDER
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2];
const exchanges = readdirSync(folder)
  .filter((file) => file.endsWith(".jsonl"))
  .flatMap((file) => readFileSync(join(folder, file), "utf8").trim().split("\n").map((line) => JSON.parse(line)));
const lines = [
  'import type { APIMethodParams, APIMethodReturn } from "@gramio/types";',
  // What is wrong must be found: otherwise this check means nothing.
  "// @ts-expect-error",
  'export const wrongName: APIMethodParams<"sendMessage"> = { chat_id: -1, txt: "x" };',
  "// @ts-expect-error",
  'export const wrongWord: APIMethodParams<"sendMessage"> = { chat_id: -1, text: "x", parse_mode: "html" };',
  "// @ts-expect-error",
  'export const formerForm: APIMethodParams<"sendMessage"> = { chat_id: -1, text: "x", receiver_user_id: 7 };',
  "// @ts-expect-error",
  'export const wrongAnswer: APIMethodReturn<"answerCallbackQuery"> = null;',
];
exchanges.forEach(({ method, request, answer }, index) => {
  // A file stands in the form, beside the rest.
  for (const file of ["document", "photo"].filter((each) => request[each])) {
    request[file] = "attach://file";
  }

  if (Object.keys(request).length > 0) {
    lines.push(`export const request${index}: APIMethodParams<"${method}"> = ${JSON.stringify(request)};`);
  }

  if (answer.ok) {
    lines.push(`export const answer${index}: APIMethodReturn<"${method}"> = ${JSON.stringify(answer.result)};`);
  }
});
const file = join(here, "recorded.ts");
writeFileSync(file, lines.join("\n") + "\n");
try {
  execFileSync(
    process.execPath,
    [join(here, "node_modules/typescript/bin/tsc"), "--noEmit", "--strict", "--skipLibCheck", "--ignoreConfig", "--module", "nodenext", "--moduleResolution", "nodenext", "--target", "es2022", file],
    { stdio: "inherit", cwd: here },
  );
} catch {
  console.log("Something the bot sends, or the fake server answers, is not as the Bot API's types say.");
  process.exitCode = 1;
}

if (process.exitCode !== 1) {
  rmSync(file);
  console.log(`${exchanges.length} kinds of requests and answers are as the Bot API's types say.`);
}
