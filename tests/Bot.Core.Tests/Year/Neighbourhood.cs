using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Core.Tests.Deliveries;
using NodaTime;

namespace Bot.Core.Tests.Year;

/// <summary>Sixty people, three topics, and a bot among them for a year. What they do is in <see cref="Habits"/>; here is how it reaches the bot.</summary>
internal sealed class Neighbourhood : IAsyncDisposable
{
    public static readonly Place Home = Village.Group("group");
    public static readonly IReadOnlyList<Place> Rooms = [Home, Village.Group("group", "jardin"), Village.Group("group", "cuisine")];

    /// <summary>The last fifteen have never opened a chat with the bot.</summary>
    public static readonly IReadOnlyList<string> People =
    [
        "Ada", "Akli", "Alix", "Amina", "Anouk", "Awa", "Basile", "Berthe", "Bilal", "Brune", "Camille", "Chloé", "Cyr", "Dalia", "Denis",
        "Diego", "Edith", "Elsa", "Fanta", "Farid", "Flore", "Gaëlle", "Gwen", "Hana", "Hugo", "Idris", "Inès", "Iris", "Jonas", "Judith",
        "Karim", "Katia", "Lina", "Louane", "Lucien", "Malik", "Maud", "Mehdi", "Mina", "Nadir", "Nina", "Noé", "Odile", "Olga", "Oscar",
        "Pablo", "Paule", "Quentin", "Rachid", "Rose", "Sam", "Selma", "Simone", "Tarek", "Tess", "Ulysse", "Violette", "Wassim", "Yves", "Zoé",
    ];

    private readonly Slate slate = new() { Remembers = false };
    private readonly Village village;
    private readonly Random chance;
    private int presses;
    private TaskCompletionSource sendsGoOut = new();

    public Neighbourhood(int seed)
    {
        chance = new Random(seed);
        Ledger = new Ledger(People);
        Observer = new Observer(Ledger, People);
        village = new Village(slate);
        sendsGoOut.SetResult();
        slate.Hold = _ => sendsGoOut.Task;
        slate.Answer = sending =>
        {
            var shown = (Sent.Shown)slate.Show(sending);
            Observer.See(Now, sending, shown.MessageId);
            return shown;
        };
    }

    public static IEnumerable<string> Reachable => People.Take(45);

    public Ledger Ledger { get; }

    public Observer Observer { get; }

    public Village Village => village;

    public Instant Now => village.Time.GetCurrentInstant();

    public LocalDate Today => Calendar.Local(Now).Date;

    public int Turns { get; private set; }

    public static bool IsReachable(string who) => Reachable.Contains(who);

    /// <summary>Somebody writes something.</summary>
    /// <param name="who">Who.</param>
    /// <param name="where">Where.</param>
    /// <param name="text">What.</param>
    /// <param name="isAct">Whether something is kept of it.</param>
    /// <param name="asHelp">Whether they come as help.</param>
    /// <returns>What was shown after that.</returns>
    public Task<IReadOnlyList<Post>> Say(string who, Place where, string text, bool isAct = true, bool asHelp = false) =>
        Do([village.Says(who, where, text)], isAct, asHelp);

    /// <summary>Somebody presses a button; null when there is none.</summary>
    public Task<IReadOnlyList<Post>> Press(string who, Post post, string label) => Do([Pressing(who, post, label)], isAct: true, asHelp: label == "Je viens aider");

    /// <summary>Two people press the same button at the same moment.</summary>
    public Task<IReadOnlyList<Post>> PressTogether(string one, string other, Post post, string label) =>
        Do([Pressing(one, post, label), Pressing(other, post, label)], isAct: true, asHelp: false);

    /// <summary>Time passes; the bot does what becomes due.</summary>
    public async Task WaitUntil(Instant until)
    {
        await village.WaitUntil(Instant.Max(until, Now));
        Observer.Silence();
        Observer.Check(Now);
    }

    public async Task Restart(bool isClean)
    {
        await village.Restart(isClean);
        await village.Idle();
        Observer.Silence();
    }

    /// <summary>The bot is away; what people wrote meanwhile it hears when it is back, before it does what became due.</summary>
    public async Task BeAway(Interval time, IEnumerable<(string Who, string Text, Instant At)> meanwhile)
    {
        await WaitUntil(time.Start);
        await village.Restart(isClean: true);
        village.Time.MoveTo(time.End);
        foreach (var (who, text, at) in meanwhile)
        {
            await Do([village.Says(who, Home, text) with { SentAt = at }], isAct: true, asHelp: false);
        }

        await WaitUntil(time.End);
    }

    public ValueTask DisposeAsync() => village.DisposeAsync();

    private Pressed Pressing(string who, Post post, string label) => new(
        string.Create(CultureInfo.InvariantCulture, $"{Slate.PlatformName}:press{++presses}"),
        post.To,
        new Speaker(new Account(Slate.PlatformName, who), who),
        Now,
        post.Message,
        post.Sent.Buttons.First(button => Ledger.Flat(button.Label) == label).Token)
    { IsPrivate = post.To == Village.ChatWith(who) };

    private async Task<IReadOnlyList<Post>> Do(IReadOnlyList<Incoming> incomings, bool isAct, bool asHelp)
    {
        Turns += incomings.Count;
        var again = chance.Next(15) switch { 0 => "at once", 1 => "later", _ => "" };

        // What happens at once is all heard before anything of it is shown, or each year would be another.
        sendsGoOut = new TaskCompletionSource();
        await Task.WhenAll((again == "at once" ? incomings.Concat(incomings) : incomings).Select(village.Conversation.Hear));
        sendsGoOut.SetResult();
        await village.Idle();
        var posts = Observer.Watch(incomings);
        if (isAct)
        {
            Read(posts, incomings, asHelp);
        }

        Observer.Hear(posts);
        Observer.Check(Now);
        await HearAgain(again == "later" ? incomings : []);
        return posts;
    }

    private void Read(IReadOnlyList<Post> posts, IReadOnlyList<Incoming> incomings, bool asHelp)
    {
        foreach (var incoming in incomings)
        {
            var mine = posts.Where(post => post.To == incoming.Place || post.To == Village.ChatWith(incoming.By.Name) || post.Sent.Answers == incoming.Key).ToList();
            if (mine.Count == 0)
            {
                Observer.Complaints.Add(("hears nothing", $"{incoming.By.Name}: {(incoming as Said)?.Text}"));
            }

            List<string> answers = [.. mine.Where(post => !post.Sent.IsCard && !post.Text.StartsWith("Ce qui attendait", StringComparison.Ordinal)).Select(post => post.Text).Distinct(StringComparer.Ordinal)];
            foreach (var text in answers)
            {
                Ledger.Read(text, incoming.By.Name, asHelp);
                Ledger.Rhythms.Read(text, incoming.By.Name, (incoming as Said)?.Text.EndsWith(Habits.Yesterday, StringComparison.Ordinal) == true ? Today.PlusDays(-1) : Today, Today);
            }

            Observer.Commons.Read(answers, incoming.By.Name, Now);
        }

        // Of one turn several people may read something; each thing is read once.
        foreach (var text in posts.Where(post => !post.Sent.IsCard).Select(post => post.Text).Distinct(StringComparer.Ordinal))
        {
            Ledger.Events.Read(text, Now);
        }

        foreach (var incoming in incomings)
        {
            posts.Where(post => post.To == Village.ChatWith(incoming.By.Name) || post.Sent.Answers == incoming.Key).ToList().ForEach(post => Ledger.Events.Waits(post.Text, incoming.By.Name));
        }
    }

    private async Task HearAgain(IReadOnlyList<Incoming> incomings)
    {
        foreach (var incoming in incomings)
        {
            await village.Conversation.Hear(incoming);
            await village.Idle();
            foreach (var post in Observer.Watch([]))
            {
                Observer.Complain(post, "is answered twice");
            }
        }
    }
}
