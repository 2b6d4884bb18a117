using Bot.Core.Memory;
using NodaTime;

namespace Bot.Adapters.Sqlite;

/// <summary>What need not wait for the disk by itself: what became of things said, and that the bot is running. Rides in the next transaction.</summary>
internal sealed class Notes
{
    private static readonly Duration TidyEvery = Duration.FromHours(1);
    private static readonly Duration Month = Duration.FromDays(30);
    private static readonly Duration Day = Duration.FromDays(1);

    private readonly Lock gate = new();
    private Waiting waiting = Waiting.Nothing;
    private Waiting writing = Waiting.Nothing;
    private Instant? tidied;
    private bool tidying;

    /// <summary>What is not in the file yet.</summary>
    public Waiting Waiting => Volatile.Read(ref waiting);

    /// <summary>Takes what became of something said.</summary>
    /// <param name="delivery">What became of it.</param>
    /// <returns>Whether nothing waited before it.</returns>
    public bool Add(Delivery delivery) => Change(before => before.With(delivery));

    /// <summary>Takes that the bot is running.</summary>
    /// <param name="now">The instant.</param>
    /// <returns>Whether nothing waited before it.</returns>
    public bool Add(Instant now) => Change(before => before with { Alive = now });

    /// <summary>Writes all of them inside the writer's transaction.</summary>
    /// <param name="database">The writer's connection.</param>
    /// <returns>Whether an hour has passed and the house was tidied.</returns>
    public bool Write(Database database)
    {
        writing = Waiting;
        foreach (var delivery in writing.Deliveries)
        {
            Write(database, delivery);
        }

        tidying = false;
        if (writing.Alive is { } now)
        {
            database.Use("UPDATE meta SET alive = ?").With(now).Run();
            tidying = !(now < tidied + TidyEvery);
            if (tidying)
            {
                Tidy(database, now);
            }
        }

        return tidying;
    }

    /// <summary>Forgets what was written, now that the disk has it. What was noted meanwhile stays for the next transaction.</summary>
    public void Forget()
    {
        tidied = tidying ? writing.Alive : tidied;
        Change(before => before.Without(writing));
    }

    private static void Write(Database database, Delivery delivery)
    {
        if (delivery.Shown is null && delivery.Failure is not null)
        {
            database.Use("UPDATE outbox SET message = NULL, failure = ?, failed_at = ? WHERE id = ?")
                .With(delivery.Failure).With(delivery.At).With(delivery.Id).Run();
            return;
        }

        database.Use("DELETE FROM outbox WHERE id = ?").With(delivery.Id).Run();
        if (delivery.Shown is { } shown)
        {
            database.Use("""
                INSERT INTO shown (id, platform, bot, conversation, thread, message, for_platform, for_id, subject, card, text, buttons, at, coop)
                SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, id FROM coop WHERE id = ?
                ON CONFLICT DO UPDATE SET platform = excluded.platform, bot = excluded.bot, conversation = excluded.conversation,
                  thread = excluded.thread, message = excluded.message, for_platform = excluded.for_platform, for_id = excluded.for_id,
                  subject = excluded.subject, card = excluded.card, text = excluded.text, buttons = excluded.buttons, at = excluded.at
                """).With(shown.Id).With(shown.Place).With(shown.MessageId).With(shown.OnlyFor)
                .With(shown.Subject).With(shown.IsCard).With(shown.Text)
                .WithUtf8(StoredMessage.WriteButtons(shown.Buttons)).With(shown.At).With(delivery.Coop).Run();
        }
    }

    private static void Tidy(Database database, Instant now)
    {
        database.Use("DELETE FROM inbox WHERE at < ?").With(now - Month).Run();
        database.Use("DELETE FROM shown WHERE card = 0 AND at < ?").With(now - Month).Run();
        database.Use("DELETE FROM token WHERE until < ?").With(now - Day).Run();
        database.Use("UPDATE outbox SET message = NULL, failure = 'The private chat was not opened in time.', failed_at = ?1 "
            + "WHERE failure IS NULL AND awaits_id IS NOT NULL AND until < ?1").With(now).Run();
    }

    private bool Change(Func<Waiting, Waiting> change)
    {
        lock (gate)
        {
            var before = waiting;
            Volatile.Write(ref waiting, change(before));
            return before.IsEmpty;
        }
    }
}
