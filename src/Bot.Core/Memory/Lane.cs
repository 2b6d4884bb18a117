namespace Bot.Core.Memory;

/// <summary>A lock that lets people in strictly in the order they came.</summary>
internal sealed class Lane
{
    private readonly Queue<TaskCompletionSource> waiting = new();
    private readonly Lock gate = new();
    private bool taken;

    /// <summary>Completes when it is one's turn.</summary>
    public Task Enter()
    {
        lock (gate)
        {
            if (!taken)
            {
                taken = true;
                return Task.CompletedTask;
            }

            var place = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Enqueue(place);
            return place.Task;
        }
    }

    /// <summary>Takes one's turn if nobody has it.</summary>
    public bool TryEnter()
    {
        lock (gate)
        {
            var isFree = !taken;
            taken = true;
            return isFree;
        }
    }

    /// <summary>Lets the next one in.</summary>
    public void Leave()
    {
        lock (gate)
        {
            if (waiting.TryDequeue(out var next))
            {
                next.SetResult();
            }
            else
            {
                taken = false;
            }
        }
    }
}
