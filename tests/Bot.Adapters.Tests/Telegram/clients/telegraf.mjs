// A bot of the library Telegraf, as its makers would write one: node telegraf.mjs ROOT TOKEN
import { Markup, Telegraf } from "telegraf";

const [root, token] = process.argv.slice(2);
const bot = new Telegraf(token, { telegram: { apiRoot: root } });
bot.command("ping", (context) => context.reply("pong <&>", Markup.inlineKeyboard([Markup.button.callback("Encore", "again")])));
bot.command("html", (context) => context.replyWithHTML("<b>gras</b> &lt;"));
bot.command("wrong", async (context) => {
  for (const send of [
    () => context.reply("x".repeat(4097)),
    () => context.replyWithHTML("<b>"),
    () => context.reply("x", Markup.inlineKeyboard([Markup.button.callback("trop", "x".repeat(65))])),
    () => context.telegram.sendMessage(12345, "x"),
    () => context.telegram.sendMessage(-1, "x"),
  ]) {
    try {
      await send();
      console.log("taken");
    } catch (error) {
      console.log(error.response ? `${error.response.error_code} ${error.response.description}` : `${error}`);
    }
  }
});
bot.action(/.*/, async (context) => {
  await context.answerCbQuery(`reçu ${context.match[0]}`);
  await context.editMessageText("pong, encore");
});
bot.on("edited_message", (context) => context.reply(`corrigé ${context.editedMessage.text}`));
bot.on("my_chat_member", (context) => context.reply(`de ${context.myChatMember.old_chat_member.status} à ${context.myChatMember.new_chat_member.status}`));
bot.on("migrate_to_chat_id", (context) => context.telegram.sendMessage(context.message.migrate_to_chat_id, "arrivé"));
bot.catch((error) => console.log(`error ${error.message}`));
const launched = bot.launch({ allowedUpdates: ["message", "edited_message", "callback_query", "my_chat_member"] }, () => console.log(`ready ${bot.botInfo.username}`));
await launched;
