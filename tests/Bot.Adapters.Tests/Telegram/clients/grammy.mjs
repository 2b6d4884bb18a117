// A bot of the library grammY, as its makers would write one: node grammy.mjs ROOT TOKEN
import { Bot, GrammyError, InlineKeyboard } from "grammy";

const [root, token] = process.argv.slice(2);
const bot = new Bot(token, { client: { apiRoot: root } });
bot.command("ping", (context) => context.reply("pong <&>", { reply_markup: new InlineKeyboard().text("Encore", "again") }));
bot.command("html", (context) => context.reply("<b>gras</b> &lt;", { parse_mode: "HTML" }));
bot.command("wrong", async (context) => {
  for (const send of [
    () => context.reply("x".repeat(4097)),
    () => context.reply("<b>", { parse_mode: "HTML" }),
    () => context.reply("x", { reply_markup: new InlineKeyboard().text("trop", "x".repeat(65)) }),
    () => context.api.sendMessage(12345, "x"),
    () => context.api.sendMessage(-1, "x"),
  ]) {
    try {
      await send();
      console.log("taken");
    } catch (error) {
      console.log(error instanceof GrammyError ? `${error.error_code} ${error.description}` : `${error}`);
    }
  }
});
bot.on("callback_query:data", async (context) => {
  await context.answerCallbackQuery({ text: `reçu ${context.callbackQuery.data}` });
  await context.editMessageText("pong, encore");
});
bot.on("edited_message", (context) => context.reply(`corrigé ${context.editedMessage.text}`));
bot.on("my_chat_member", (context) => context.reply(`de ${context.myChatMember.old_chat_member.status} à ${context.myChatMember.new_chat_member.status}`));
bot.on("message:migrate_to_chat_id", (context) => context.api.sendMessage(context.message.migrate_to_chat_id, "arrivé"));
bot.catch((error) => console.log(`error ${error.message}`));
await bot.start({ onStart: (me) => console.log(`ready ${me.username}`), allowed_updates: ["message", "edited_message", "callback_query", "my_chat_member"] });
