// A bot of another library that repeats what it hears, and nothing more: node echo.mjs HOMESERVER TOKEN USER
import * as sdk from 'matrix-js-sdk';

for (const kind of ['log', 'info', 'warn', 'debug', 'trace', 'error']) console[kind] = () => {};
const [baseUrl, accessToken, userId] = process.argv.slice(2);
const bot = sdk.createClient({ baseUrl, accessToken, userId, deviceId: 'ECHO' });
bot.on('RoomMember.membership', (event, member) => { if (member.userId === userId && member.membership === 'invite') bot.joinRoom(member.roomId); });
bot.on('Room.timeline', (event, room, isOld, removed, data) => {
    if (data.liveEvent && event.getType() === 'm.room.message' && event.getSender() !== userId) bot.sendNotice(room.roomId, event.getContent().body);
});
await bot.startClient({ initialSyncLimit: 1 });
process.stdin.resume().on('end', () => process.exit(0));
