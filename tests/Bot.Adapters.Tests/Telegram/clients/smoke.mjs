// A server that only resembles Telegram, and one of its people, who talks to whatever bot comes: node smoke.mjs PORT TOKEN
import { createRequire } from "node:module";

const TelegramServer = createRequire(import.meta.url)("telegram-test-api").TelegramServer ?? createRequire(import.meta.url)("telegram-test-api");
const [port, token] = process.argv.slice(2);
const server = new TelegramServer({ port: Number(port), host: "127.0.0.1" });
await server.start();
console.log("ready");
const lina = server.getClient(token, { userId: 7, firstName: "Lina", chatId: -77, chatTitle: "Jardin", type: "group", timeout: 60_000 });

const said = [];
const waitFor = async (count) => {
  while (server.getUpdatesHistory(token).filter((update) => update.message.chat_id).length < count) {
    await server.waitBotMessage();
  }
};
await lina.sendCommand(lina.makeCommand("/action jardinage"));
await waitFor(1);
await lina.sendCommand(lina.makeCommand("/libres"));
await waitFor(2);
for (const update of server.getUpdatesHistory(token).filter((each) => each.message.chat_id)) {
  said.push(update.message.text);
}
console.log(`heard ${JSON.stringify(said)}`);
const offer = server.getUpdatesHistory(token).find((each) => each.message.reply_markup?.inline_keyboard);
const press = lina.makeCallbackQuery(offer.message.reply_markup.inline_keyboard[0][0].callback_data, { message: { message_id: offer.messageId } });
const edited = server.waitBotEdits();
await lina.sendCallback(press);
await edited;
console.log(`became ${JSON.stringify(offer.message.text)} ${JSON.stringify(server.getUpdatesHistory(token).find((each) => each.messageId === offer.messageId).message.text)}`);
setInterval(() => {}, 1000);
