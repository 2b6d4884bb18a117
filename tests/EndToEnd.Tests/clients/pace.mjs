// How long bots take from a command to their answer, as a person's client sees it, in turns: node pace.mjs HOMESERVER SECONDS BOT…
// Prints a line of JSON for each: {"bot", "p50", "p99", "count"}, in milliseconds.
import * as sdk from 'matrix-js-sdk';

const say = console.log;
for (const kind of ['log', 'info', 'warn', 'debug', 'trace', 'error']) console[kind] = () => {};
const [baseUrl, seconds, ...bots] = process.argv.slice(2);
const account = await sdk.createClient({ baseUrl }).registerRequest({ username: 'membre', password: 'pw', auth: { type: 'm.login.dummy' } });
const person = sdk.createClient({ baseUrl, accessToken: account.access_token, userId: account.user_id, deviceId: account.device_id });
await person.startClient({ initialSyncLimit: 1 });
await new Promise(done => person.on('sync', state => state === 'PREPARED' && done()));

const until = async look => { while (!look()) await new Promise(done => setTimeout(done, 20)); };
const rooms = new Map();
for (const bot of bots) {
    const { room_id: room } = await person.createRoom({ name: 'Jardin', preset: 'private_chat', invite: [bot] });
    await until(() => person.getRoom(room)?.getMember(bot)?.membership === 'join');
    rooms.set(bot, { room, took: [] });
}

let heard = () => {};
person.on('Room.timeline', (event, room, isOld, removed, data) => {
    if (data.liveEvent && event.getType() === 'm.room.message' && bots.includes(event.getSender())) heard(event.getSender());
});
const ask = bot => new Promise(done => {
    const begun = performance.now();
    heard = sender => { if (sender === bot) done(performance.now() - begun); };
    person.sendTextMessage(rooms.get(bot).room, '!libres');
});
await new Promise(done => setTimeout(done, 1000));
for (let n = 0; n < 10; n++) for (const bot of bots) await ask(bot);
for (const begun = performance.now(); performance.now() - begun < seconds * 1000;) for (const bot of bots) rooms.get(bot).took.push(await ask(bot));
for (const [bot, { took }] of rooms) {
    took.sort((a, b) => a - b);
    say(JSON.stringify({ bot, p50: took[Math.floor(took.length / 2)], p99: took[Math.floor(took.length * 0.99)], count: took.length }));
}
process.exit(0);
