using Bot.Adapters.Matrix.Api;
using Bot.Core.Chat;
using NodaTime;

namespace Bot.Adapters.Matrix;

/// <summary>Asks the homeserver until it has answered: what was asked about must not be lost because the server is busy.</summary>
/// <param name="client">Asks once.</param>
/// <param name="time">The clock that was handed in.</param>
/// <param name="noAnswer">Told each time when it does not answer.</param>
internal sealed class Asking(MatrixClient client, TimeProvider time, Action<Failure> noAnswer)
{
    private readonly Backoff backoff = new();

    /// <summary>An event; null when there is none, or it is not to be seen.</summary>
    public Task<Event?> ForEvent(string room, string id, CancellationToken stop) => For(() => client.Event(room, id, stop), stop);

    /// <summary>What comes of a question; null when the server says no for good.</summary>
    /// <exception cref="PlatformRefusedException">The server does not know the token.</exception>
    public async Task<T?> For<T>(Func<Task<Answer<T>>> question, CancellationToken stop)
        where T : class
    {
        while (true)
        {
            var (result, failure) = await question();
            if (failure is { IsTokenRefused: true })
            {
                throw new PlatformRefusedException(MatrixPlatform.UnknownToken);
            }

            if (failure is not { Passes: true })
            {
                backoff.Succeed();
                return result;
            }

            noAnswer(failure);
            var now = Now();
            await Wait(failure.RetryAfter is { } pause ? now + pause : backoff.Fail(now), stop);
        }
    }

    /// <summary>Waits.</summary>
    public Task Wait(Instant until, CancellationToken stop)
    {
        var pause = until - Now();
        return pause > Duration.Zero ? Task.Delay(pause.ToTimeSpan(), time, stop) : Task.CompletedTask;
    }

    private Instant Now() => Instant.FromDateTimeOffset(time.GetUtcNow());
}
