namespace Bot.Adapters.Tests.Telegram.Fake;

/// <summary>What goes wrong with a request.</summary>
internal enum Fault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The connection breaks before anything was done.</summary>
    Broken,

    /// <summary>It is done, but the connection breaks before the answer.</summary>
    EffectWithoutAnswer,

    /// <summary>A gateway in front of the server answers 502 with a page of its own.</summary>
    Gateway,

    /// <summary>A gateway in front of the server answers 503 with a page of its own.</summary>
    Overloaded,

    /// <summary>The server says that it failed.</summary>
    ServerError,

    /// <summary>Too many requests: come back in 7 seconds.</summary>
    TooMany,

    /// <summary>The server cannot read the markup, whatever it is.</summary>
    CannotParse,
}
