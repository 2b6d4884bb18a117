// People on Matrix, each through Element's own SDK. Reads one request a line, {"id", "do", "as", …}, and answers each with one line,
// {"id", "value"} or {"id", "error"}.
import * as sdk from 'matrix-js-sdk';
import { PollResponseEvent } from 'matrix-js-sdk/lib/extensible_events_v1/PollResponseEvent.js';
import { createInterface } from 'node:readline';

for (const kind of ['log', 'info', 'warn', 'debug', 'trace', 'error']) console[kind] = () => {};
sdk.logger?.setLevel?.('silent');

const [base] = process.argv.slice(2);
const people = new Map();
const pause = ms => new Promise(done => setTimeout(done, ms));

// Looks until something is there; whoever asked gives up by ending this program.
const until = async look => {
    for (;;) {
        const found = await look();
        if (found) return found;
        await pause(15);
    }
};

const client = name => people.get(name);
const roomOf = (name, room) => until(() => client(name).getRoom(room));
const eventOf = async (name, room, event) => { const there = await roomOf(name, room); return until(() => there.findEventById(event)); };

// A server that is away, or counts too many messages, is asked again: nobody's words are lost.
const insist = async send => {
    for (;;) {
        try {
            return await send();
        } catch (failure) {
            if (failure.httpStatus >= 400 && failure.httpStatus < 500 && failure.errcode !== 'M_LIMIT_EXCEEDED') throw failure;
            await pause(failure.data?.retry_after_ms ?? 200);
        }
    }
};
let sent = 0;
const put = (name, room, type, content) => {
    const transaction = `t${process.pid}.${++sent}`;
    return insist(() => client(name).http.authedRequest('PUT', `/rooms/${encodeURIComponent(room)}/send/${type}/${transaction}`, undefined, content)).then(answer => answer.event_id);
};
const relation = ({ replyTo, thread }) => ({
    ...(thread || replyTo ? {
        'm.relates_to': {
            ...(thread ? { rel_type: 'm.thread', event_id: thread, is_falling_back: !replyTo } : {}),
            'm.in_reply_to': { event_id: replyTo ?? thread },
        },
    } : {}),
});

// What somebody sees of a message: as it reads now, by the SDK's own idea of edits.
const seen = event => ({
    id: event.getId(),
    sender: event.getSender(),
    type: event.getType(),
    text: event.getContent().body ?? '',
    msgtype: event.getContent().msgtype ?? '',
    html: event.getContent().formatted_body ?? '',
    url: event.getContent().url ?? '',
    name: event.getContent().filename ?? '',
    mentions: event.getContent()['m.mentions']?.user_ids ?? [],
    thread: event.threadRootId && event.threadRootId !== event.getId() ? event.threadRootId : '',
    replyTo: event.replyEventId ?? '',
});

const deeds = {
    async enter({ as, password }) {
        const first = sdk.createClient({ baseUrl: base });
        const account = await insist(() => first.registerRequest({ username: as.toLowerCase().normalize('NFD').replace(/[^a-z]/g, ''), password, auth: { type: 'm.login.dummy' } }));
        const person = sdk.createClient({ baseUrl: base, accessToken: account.access_token, userId: account.user_id, deviceId: account.device_id });
        people.set(as, person);
        await insist(() => person.setDisplayName(as));
        await person.startClient({ initialSyncLimit: 50, threadSupport: false, pollTimeout: 10000 });
        await new Promise(done => person.on('sync', state => state === 'PREPARED' && done()));
        return account.user_id;
    },
    async account({ as, password }) {
        const account = await insist(() => sdk.createClient({ baseUrl: base }).registerRequest({ username: as, password, auth: { type: 'm.login.dummy' } }));
        return account.access_token;
    },
    make: ({ as, name, version, direct, invite, encrypted, state }) => insist(() => client(as).createRoom({
        name: name ?? undefined,
        room_version: version ?? undefined,
        is_direct: direct ?? false,
        preset: direct ? 'trusted_private_chat' : 'private_chat',
        invite: invite ?? [],
        initial_state: [...(encrypted ? [{ type: 'm.room.encryption', state_key: '', content: { algorithm: 'm.megolm.v1.aes-sha2' } }] : []), ...(state ?? [])],
    })).then(answer => answer.room_id),
    invite: ({ as, room, who }) => insist(() => client(as).invite(room, who)).then(() => true),
    join: ({ as, room }) => insist(() => client(as).joinRoom(room)).then(there => there.roomId),
    kick: ({ as, room, who }) => insist(() => client(as).kick(room, who)).then(() => true),
    asked: ({ as, who }) => until(() => client(as).getRooms().find(room => room.getMyMembership() === 'invite' && room.getMember(who))).then(room => room.roomId),
    asks: async ({ as, who }) => client(as).getRooms().filter(room => room.getMyMembership() === 'invite' && room.getMember(who)).length,
    leave: ({ as, room }) => insist(() => client(as).leave(room)).then(() => true),
    async joined({ as, room, who }) { const there = await roomOf(as, room); return until(() => there.getMember(who)?.membership === 'join'); },
    async left({ as, room, who }) { const there = await roomOf(as, room); return until(() => there.getMember(who)?.membership === 'leave'); },

    // The chat with somebody: the one they have asked into, or one that is begun now.
    async chat({ as, who, wait }) {
        const asked = () => client(as).getRooms().find(room => ['invite', 'join'].includes(room.getMyMembership()) && room.name !== 'Jardin' && room.getMember(who) && room.getMembers().length <= 2);
        const found = wait ? await until(asked) : asked();
        if (found) {
            if (found.getMyMembership() === 'invite') await insist(() => client(as).joinRoom(found.roomId));
            return found.roomId;
        }
        const room = await deeds.make({ as, direct: true, invite: [who] });
        await deeds.joined({ as, room, who });
        return room;
    },
    say: ({ as, room, text, mentions, html, ...where }) => put(as, room, 'm.room.message', {
        msgtype: 'm.text', body: text, ...(mentions ? { 'm.mentions': { user_ids: mentions } } : {}), ...(html ? { format: 'org.matrix.custom.html', formatted_body: html } : {}), ...relation(where),
    }),
    notice: ({ as, room, text }) => put(as, room, 'm.room.message', { msgtype: 'm.notice', body: text }),
    edit: ({ as, room, event, text }) => put(as, room, 'm.room.message', {
        msgtype: 'm.text', body: `* ${text}`, 'm.new_content': { msgtype: 'm.text', body: text }, 'm.relates_to': { rel_type: 'm.replace', event_id: event },
    }),
    react: ({ as, room, event, key }) => put(as, room, 'm.reaction', { 'm.relates_to': { rel_type: 'm.annotation', event_id: event, key } }),
    redact: ({ as, room, event }) => insist(() => client(as).redactEvent(room, event)).then(answer => answer.event_id),

    // The poll that belongs to a message, as the SDK reads it.
    async poll({ as, room, about }) {
        const there = await roomOf(as, room);
        const poll = await until(() => [...there.polls.values()].find(each => each.rootEvent.getWireContent()['m.relates_to']?.event_id === about));
        return { id: poll.pollId, question: poll.pollEvent.question.text, most: poll.pollEvent.maxSelections, answers: poll.pollEvent.answers.map(each => ({ id: each.id, text: each.text })), isEnded: poll.isEnded };
    },
    async vote({ as, room, poll, answer }) {
        const there = await roomOf(as, room);
        const found = await until(() => there.polls.get(poll));
        const chosen = answer ? [found.pollEvent.answers.find(each => each.text === answer).id] : [];
        const { type, content } = PollResponseEvent.from(chosen, poll).serialize();
        return put(as, room, type, content);
    },
    async tally({ as, room, poll }) {
        const there = await roomOf(as, room);
        const found = await until(() => there.polls.get(poll));
        const newest = new Map();
        for (const event of (await found.getResponses()).getRelations().sort((a, b) => a.getTs() - b.getTs()))
            newest.set(event.getSender(), event.getContent()['org.matrix.msc3381.poll.response']?.answers ?? []);
        const text = id => found.pollEvent.answers.find(each => each.id === id)?.text;
        return { isEnded: found.isEnded, votes: [...newest].filter(([, answers]) => answers.length).map(([who, answers]) => `${who} ${text(answers[0])}`).sort() };
    },
    async ended({ as, room, poll }) { const there = await roomOf(as, room); return until(() => there.polls.get(poll)?.isEnded); },

    // Everything somebody sees of another one in a room, once these events have come through.
    async read({ as, room, of, events }) {
        const there = await roomOf(as, room);
        await until(() => events.every(event => there.findEventById(event) || there.getTimelineForEvent(event)
            || there.getLiveTimeline().getEvents().some(each => each.replacingEventId() === event)));
        return there.getLiveTimeline().getEvents().filter(event => event.getSender() === of && event.getType() === 'm.room.message' && !event.isRelation('m.replace')).map(seen);
    },
    async pinned({ as, room }) { const there = await roomOf(as, room); return there.currentState.getStateEvents('m.room.pinned_events', '')?.getContent().pinned ?? []; },
    state: ({ as, room, type, key, content }) => insist(() => client(as).sendStateEvent(room, type, content, key ?? '')).then(() => true),
    upgrade: ({ as, room, version }) => insist(() => client(as).upgradeRoom(room, version)).then(answer => answer.replacement_room),
    async download({ as, url }) {
        const address = client(as).mxcUrlToHttp(url, undefined, undefined, undefined, false, true, true);
        const answer = await fetch(address, { headers: { Authorization: `Bearer ${client(as).getAccessToken()}` } });
        return { status: answer.status, text: await answer.text() };
    },
};

console.log = line => process.stdout.write(line + '\n');
for await (const line of createInterface({ input: process.stdin })) {
    const { id, do: what, ...with_ } = JSON.parse(line);
    deeds[what](with_).then(value => ({ id, value: value ?? null }), failure => ({ id, error: `${what}: ${failure.stack ?? failure}` })).then(answer => console.log(JSON.stringify(answer)));
}
process.exit(0);
