namespace Bot.Core.Memory;

/// <summary>What a coop knows, to be read with plain LINQ. A turn reads it with what it has staged.</summary>
public interface IRecords
{
    /// <summary>What is live of a kind, in the order of its numbers.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    IEnumerable<T> Live<T>() where T : Document;

    /// <summary>Everything of a kind, settled things included. They are read one by one from their stored form: not for ordinary turns.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    IEnumerable<T> All<T>() where T : Document;

    /// <summary>One thing by its number, live or settled, or null.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    /// <param name="id">Its number.</param>
    T? Find<T>(int id) where T : Document;
}
