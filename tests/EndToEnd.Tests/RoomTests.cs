namespace Bot.EndToEnd.Tests;

/// <summary>A homeserver with Lina, Sam, Zoé and the bot, for tests that each have rooms of their own.</summary>
[CollectionDefinition(nameof(OneVillage))]
public sealed class OneVillage : IAsyncLifetime, ICollectionFixture<OneVillage>
{
    /// <summary>It; there is none where it cannot be.</summary>
    internal Village Village { get; private set; } = null!;

    public async Task InitializeAsync() => Village = FarSides.WhyNot is null ? await Village.Found(names: ["Lina", "Sam", "Zoé"]) : null!;

    public Task DisposeAsync() => FarSides.WhyNot is null ? Village.DisposeAsync().AsTask() : Task.CompletedTask;
}

/// <summary>What rooms can be, on a real homeserver.</summary>
[Collection(nameof(OneVillage))]
public sealed class RoomTests(OneVillage one)
{
    private readonly Village village = one.Village;

    [SynapseFact]
    public async Task In_a_thread_the_bot_answers_in_the_thread_to_who_names_it()
    {
        var room = await With("Lina", "Sam");
        var root = await village.Say("Lina", room, "On parle du compost ?");
        Assert.Single(await village.Sees("Lina", room));
        var heard = await village.People.Ask<string>("say", "Sam", new { room, text = "Babillard action retourner le tas", thread = root, mentions = new[] { Village.Bot } });
        await village.Answers(heard);
        var answer = (await village.Sees("Sam", room))[^1];
        Assert.Contains("retourner le tas", answer.Text, StringComparison.Ordinal);
        Assert.Equal((root, "m.notice"), (answer.Thread, answer.Msgtype));
    }

    [SynapseFact]
    public async Task A_room_that_goes_on_elsewhere_takes_its_coop_along()
    {
        var room = await With("Lina", "Sam");
        await village.Say("Lina", room, "!action tondre la pelouse");
        var next = await village.People.Ask<string>("upgrade", "Lina", new { room, version = "12" });
        Assert.DoesNotContain(':', next);
        await village.People.Ask<bool>("invite", "Lina", new { room = next, who = Village.Bot });
        await village.People.Ask<bool>("joined", "Lina", new { room = next, who = Village.Bot });
        await village.Say("Lina", next, "!libres");
        Assert.Contains("A1 tondre la pelouse", SameWords.Plain(Assert.Single(await village.Sees("Lina", next)).Text), StringComparison.Ordinal);
    }

    [SynapseFact]
    public async Task An_encrypted_group_is_told_once_that_the_bot_hears_nothing_there()
    {
        var room = await village.People.Ask<string>("make", "Lina", new { name = "Secret", encrypted = true, invite = new[] { Village.Bot } });
        await village.People.Ask<bool>("joined", "Lina", new { room, who = Village.Bot });
        await village.Answers(await village.People.Ask<string>("say", "Lina", new { room, text = "!aide" }));
        var told = Assert.Single(await village.Sees("Lina", room));
        Assert.StartsWith("Ce salon est chiffré", told.Text, StringComparison.Ordinal);
        Assert.Equal("m.text", told.Msgtype);
    }

    [SynapseFact]
    public async Task Who_writes_to_the_bot_alone_and_encrypted_is_asked_into_a_chat_it_can_read()
    {
        var room = await village.People.Ask<string>("make", "Zoé", new { direct = true, encrypted = true, invite = new[] { Village.Bot } });
        await village.People.Ask<bool>("joined", "Zoé", new { room, who = Village.Bot });
        await Village.Until(() => village.Wire.Sent.Any(each => each.Room == room));
        Assert.StartsWith("Cette discussion est chiffrée", Assert.Single(await village.Sees("Zoé", room)).Text, StringComparison.Ordinal);
        var other = await village.People.Ask<string>("asked", "Zoé", new { who = Village.Bot });
        Assert.NotEqual(room, other);
    }

    [SynapseFact]
    public async Task Where_another_network_reads_along_the_bot_writes_plain_text_and_changes_nothing()
    {
        var bridge = new { type = "m.bridge", state_key = "wa", content = new { bridgebot = village.People.IdOf("Zoé"), protocol = new { id = "whatsapp", displayname = "WhatsApp" } } };
        var features = new { type = "com.beeper.room_features", state_key = "wa", content = new { max_text_length = 65536, edit = 2, poll = 2 } };
        var room = await village.People.Ask<string>("make", "Lina", new { name = "Marché", invite = new[] { Village.Bot, village.People.IdOf("Zoé"), village.People.IdOf("Sam") }, state = new object[] { bridge, features } });
        await village.People.Ask<string>("join", "Zoé", new { room });
        await village.People.Ask<string>("join", "Sam", new { room });
        await village.People.Ask<bool>("joined", "Lina", new { room, who = Village.Bot });
        await village.Say("Zoé", room, "!action pour le pont");
        await village.Say("Lina", room, "!consentement fermer le lundi");
        var card = (await village.Sees("Lina", room))[^1];
        await village.Say("Sam", room, "1", replyTo: card.Id);
        await village.Say("Lina", room, "!aide tout");
        var seen = await village.Sees("Lina", room);
        Assert.DoesNotContain(seen, each => each.Text.Contains("pont", StringComparison.Ordinal));
        Assert.All(seen, each => Assert.Equal(("m.text", ""), (each.Msgtype, each.Html)));
        Assert.All(seen, each => Assert.InRange(each.Text.Length, 1, 1000));
        Assert.Equal(card.Text, seen.First(each => each.Id == card.Id).Text);
        Assert.Contains(seen, each => SameWords.Plain(each.Text).StartsWith("Noté : d'accord, D1.", StringComparison.Ordinal));
    }

    [SynapseFact]
    public async Task A_vote_in_a_poll_can_be_changed_and_taken_back()
    {
        var room = await With("Lina", "Sam");
        await village.Say("Zoé", await Joined("Zoé", room), "!moi Zoé");
        await village.Say("Lina", room, "!consentement repeindre le portail");
        var card = (await village.Sees("Sam", room)).Last(each => each.Html.Length > 0).Id;
        var poll = await village.People.Ask<SeenPoll>("poll", "Sam", new { room, about = card });
        foreach (var (answer, line) in new[] { ("D'accord", "D'accord : 2 (Lina et Sam)"), ("Abstention", "Abstention : 1 (Sam)"), (null, "Réponses : 1 sur 2") })
        {
            await village.Answers(await village.People.Ask<string>("vote", "Sam", new { room, poll = poll.Id, answer }));
            Assert.Contains(line, SameWords.Plain((await village.Sees("Sam", room)).First(each => each.Id == card).Text), StringComparison.Ordinal);
        }
    }

    [SynapseFact]
    public async Task What_is_for_one_person_is_never_said_where_a_third_has_come()
    {
        var room = await With("Lina", "Sam");
        var chat = await village.People.Ask<string>("make", "Sam", new { direct = true, invite = new[] { Village.Bot } });
        await village.People.Ask<bool>("joined", "Sam", new { room = chat, who = Village.Bot });
        await village.Say("Sam", chat, "mes_actions");
        Assert.Contains(await village.Sees("Sam", chat), each => each.Text.StartsWith("Aucune action", StringComparison.Ordinal));
        await village.People.Ask<bool>("invite", "Sam", new { room = chat, who = village.People.IdOf("Zoé") });
        await village.People.Ask<string>("join", "Zoé", new { room = chat });
        var before = (await village.Sees("Sam", chat)).Count;
        await village.Say("Sam", room, "!mes_actions");
        Assert.Equal(before, (await village.Sees("Sam", chat)).Count);
    }

    [SynapseFact]
    public async Task Who_has_left_their_chat_with_the_bot_is_not_asked_back()
    {
        var room = await With("Lina", "Zoé");
        var chat = await village.People.Ask<string>("make", "Lina", new { direct = true, invite = new[] { Village.Bot } });
        await village.People.Ask<bool>("joined", "Lina", new { room = chat, who = Village.Bot });
        await village.Say("Lina", chat, "mes_actions");
        await village.People.Ask<bool>("leave", "Lina", new { room = chat });
        await village.Say("Lina", room, "!mes_actions");
        Assert.Equal(0, await village.People.Ask<int>("asks", "Lina", new { who = Village.Bot }));
    }

    [SynapseFact]
    public async Task Who_comes_back_does_not_hear_what_was_said_meanwhile()
    {
        var room = await With("Lina", "Sam");
        await village.People.Ask<bool>("kick", "Lina", new { room, who = Village.Bot });
        await village.People.Ask<string>("say", "Sam", new { room, text = "!action pendant l'absence" });
        await village.People.Ask<bool>("invite", "Lina", new { room, who = Village.Bot });
        await village.People.Ask<bool>("joined", "Lina", new { room, who = Village.Bot });
        await village.Say("Sam", room, "!libres");
        Assert.Equal("Aucune action libre.", (await village.Sees("Sam", room))[^1].Text);
    }

    [SynapseFact]
    public async Task A_file_is_there_for_who_is_in_the_room()
    {
        var room = await With("Lina", "Sam");
        await village.Say("Sam", room, "!consentement repeindre le portail");
        var chat = await village.People.Ask<string>("make", "Sam", new { direct = true, invite = new[] { Village.Bot } });
        await village.People.Ask<bool>("joined", "Sam", new { room = chat, who = Village.Bot });
        await village.Say("Sam", chat, "exporter_decisions csv");
        var file = Assert.Single(await village.Sees("Sam", chat), each => each.Msgtype == "m.file");
        Assert.EndsWith(".csv", file.Name, StringComparison.Ordinal);
        var content = await village.People.Ask<Downloaded>("download", "Sam", new { url = file.Url });
        Assert.Equal(200, content.Status);
        Assert.Contains("repeindre le portail", content.Text, StringComparison.Ordinal);
    }

    private async Task<string> Joined(string who, string room)
    {
        await village.People.Ask<bool>("invite", "Lina", new { room, who = village.People.IdOf(who) });
        return await village.People.Ask<string>("join", who, new { room });
    }

    private async Task<string> With(params string[] people)
    {
        var room = await village.Room("Jardin", version: null, people);
        await village.People.Ask<bool>("invite", people[0], new { room, who = Village.Bot });
        await village.People.Ask<bool>("joined", people[0], new { room, who = Village.Bot });
        await Village.Until(() => village.Wire.Sent.Any(each => each.Room == room));
        return room;
    }
}
