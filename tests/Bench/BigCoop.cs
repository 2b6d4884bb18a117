using Bot.Core.Chat;

namespace Bench;

/// <summary>A coop with 200,000 documents, where the terminal's people meet.</summary>
internal static class BigCoop
{
    private const int Documents = 200_000;

    /// <summary>Makes it.</summary>
    public static async Task<Dictionary<string, double>> Found(string folder)
    {
        await using var store = Bots.Open(folder);
        await Village.Found(store, "coop", Documents, Bots.Now, new Place("terminal", "terminal", "maison"));
        return [];
    }
}
