// Repeats what it hears, with Telegraf, until its input ends: node telegraf-echo.mjs ROOT TOKEN PORT HOOK (port 0 asks for updates)
import { createServer } from "node:http";
import { Telegraf } from "telegraf";

const [root, token, port, hook] = process.argv.slice(2);
const bot = new Telegraf(token, { telegram: { apiRoot: root, webhookReply: false } });
bot.on("text", (context) => context.reply(context.message.text));
process.stdin.on("end", () => process.exit()).resume();
if (port === "0") {
  await bot.launch();
} else {
  createServer(bot.webhookCallback(new URL(hook).pathname)).listen(Number(port), "127.0.0.1");
  await bot.telegram.setWebhook(hook);
}
