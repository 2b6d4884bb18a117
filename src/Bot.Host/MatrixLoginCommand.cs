using System.Text;
using Bot.Adapters.Matrix;

namespace Bot.Host;

/// <summary>Makes a token for the bot's account on a homeserver, and keeps it where only its owner can read it.</summary>
internal static class MatrixLoginCommand
{
    /// <summary>Makes it.</summary>
    /// <param name="homeserver">The homeserver.</param>
    /// <param name="user">The account.</param>
    /// <param name="data">The folder of the memory, which takes the token.</param>
    /// <param name="input">Where the password is typed, when it is not at a keyboard.</param>
    /// <param name="output">Where to say how it went.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(string homeserver, string user, string data, TextReader input, TextWriter output, CancellationToken stop)
    {
        if (!Uri.TryCreate(homeserver, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            throw new RefusedException($"\"{homeserver}\" is not an address. Write it as https://matrix.coop.example.");
        }

        await output.WriteAsync($"Password of {user}: ");
        var password = Console.IsInputRedirected ? await input.ReadLineAsync(stop) : Hidden();
        await output.WriteLineAsync();
        var made = await Login.Make(address, user, password ?? "", stop);
        if (made.Token is not { } token)
        {
            throw new RefusedException(made.Why!);
        }

        var file = Keep(data, token);
        await output.WriteLineAsync($"{made.User} has a token now, in {file}, which only you can read. With Matrix:Homeserver = {homeserver} the bot finds it there.");
        return ExitCode.Well;
    }

    // Never for a moment is it there for others to read.
    private static string Keep(string data, string token)
    {
        Directory.CreateDirectory(data);
        var file = Path.Combine(data, MatrixReader.TokenFile);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        File.Delete(file);
        using var stream = new FileStream(file, options);
        stream.Write(Encoding.UTF8.GetBytes(token + "\n"));
        return file;
    }

    private static string Hidden()
    {
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        return typed.ToString();
    }
}
