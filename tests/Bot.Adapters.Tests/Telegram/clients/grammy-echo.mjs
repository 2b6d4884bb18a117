// Repeats what it hears, with grammY, until its input ends: node grammy-echo.mjs ROOT TOKEN PORT HOOK (port 0 asks for updates)
import { createServer } from "node:http";
import { Bot, webhookCallback } from "grammy";

const [root, token, port, hook] = process.argv.slice(2);
const bot = new Bot(token, { client: { apiRoot: root } });
bot.on("message:text", (context) => context.reply(context.message.text));
process.stdin.on("end", () => process.exit()).resume();
if (port === "0") {
  await bot.start();
} else {
  createServer(webhookCallback(bot, "http")).listen(Number(port), "127.0.0.1");
  await bot.api.setWebhook(hook);
}
