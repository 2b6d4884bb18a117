namespace Bot.Core.Chat;

/// <summary>How far a request to a platform's server came that had no good answer.</summary>
public enum Reach
{
    /// <summary>The server never had it: it can be sent again.</summary>
    Nowhere,

    /// <summary>Nobody knows: the connection broke, or something between here and the server answered in its place.</summary>
    Unknown,

    /// <summary>The server said no.</summary>
    Answered,
}

/// <summary>Tells how far a request came.</summary>
public static class Reaching
{
    /// <summary>How far one came whose network failed.</summary>
    /// <param name="failure">What the network said.</param>
    public static Reach Of(HttpRequestException failure) => failure.HttpRequestError is
        HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
        ? Reach.Nowhere
        : Reach.Unknown;
}
