using System.Runtime.InteropServices;
using System.Text;

namespace Bot.Host.Tests.Faults;

/// <summary>One thing that was done to the disk, or told (A): a write (W), a cut (T), a flush (S), a new name (R), a removal (U).</summary>
internal sealed record DiskStep(char What, string Path, long Offset, byte[] Bytes)
{
    /// <summary>Reads what trace.c wrote down.</summary>
    public static List<DiskStep> ReadAll(string log)
    {
        var steps = new List<DiskStep>();
        using var reader = new BinaryReader(File.OpenRead(log));
        while (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            var what = (char)reader.ReadByte();
            var pathLength = reader.ReadUInt16();
            var offset = reader.ReadInt64();
            var length = reader.ReadInt64();
            var path = Encoding.UTF8.GetString(reader.ReadBytes(pathLength));
            steps.Add(new DiskStep(what, path, offset, reader.ReadBytes((int)length)));
        }

        return steps;
    }
}

/// <summary>
/// A disk to which steps are done one after the other. What was written and not flushed yet may be lost when the power goes, all
/// of it or page by page; names are taken to be durable.
/// </summary>
internal sealed class Disk
{
    private const int PageSize = 4096;
    private readonly Dictionary<string, MemoryStream> durable = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<DiskStep>> unflushed = new(StringComparer.Ordinal);

    /// <summary>The disk as a folder holds it.</summary>
    public Disk(string folder)
    {
        foreach (var file in Directory.GetFiles(folder))
        {
            durable[Path.GetFileName(file)] = Filled(File.ReadAllBytes(file));
        }
    }

    /// <summary>Does the next step.</summary>
    public void Do(DiskStep step)
    {
        switch (step.What)
        {
            case 'W' or 'T':
                Waiting(step.Path).Add(step);
                break;
            case 'S':
                Waiting(step.Path).ForEach(each => Write(Durable(step.Path), each));
                unflushed.Remove(step.Path);
                break;
            case 'R':
                var fresh = Encoding.UTF8.GetString(step.Bytes);
                durable[fresh] = Durable(step.Path);
                unflushed[fresh] = Waiting(step.Path);
                goto case 'U';
            case 'U':
                durable.Remove(step.Path);
                unflushed.Remove(step.Path);
                break;
        }
    }

    /// <summary>Writes what the disk holds if the power goes now.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="survives">Whether a page that was not flushed survives all the same.</param>
    public void CutTo(string folder, Func<bool> survives)
    {
        Directory.CreateDirectory(folder);
        foreach (var path in durable.Keys.Union(unflushed.Keys, StringComparer.Ordinal).ToList())
        {
            using var file = Filled(Durable(path).ToArray());
            foreach (var page in Waiting(path).SelectMany(Pages).Where(_ => survives()))
            {
                Write(file, page);
            }

            File.WriteAllBytes(Path.Combine(folder, path), file.ToArray());
        }
    }

    private static IEnumerable<DiskStep> Pages(DiskStep step) => step.What == 'T'
        ? [step]
        : step.Bytes.Chunk(PageSize).Select((bytes, index) => step with { Offset = step.Offset + (index * PageSize), Bytes = bytes });

    private static void Write(MemoryStream file, DiskStep step)
    {
        if (step.What == 'T')
        {
            file.SetLength(step.Offset);
            return;
        }

        file.Position = step.Offset;
        file.Write(step.Bytes);
    }

    private static MemoryStream Filled(byte[] bytes)
    {
        var file = new MemoryStream();
        file.Write(bytes);
        return file;
    }

    private MemoryStream Durable(string path) => CollectionsMarshal.GetValueRefOrAddDefault(durable, path, out _) ??= new MemoryStream();

    private List<DiskStep> Waiting(string path) => CollectionsMarshal.GetValueRefOrAddDefault(unflushed, path, out _) ??= [];
}
