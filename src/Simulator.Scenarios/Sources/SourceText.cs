using System.Buffers;
using System.Text;
using Simulator.Scenarios.Problems;

namespace Simulator.Scenarios.Sources;

/// <summary>Turns a path into text, or says why it cannot be a scenario.</summary>
internal static class SourceText
{
    public const int MaxBytes = 1 << 20;

    private const string ScenarioFile = "a scenario file: YAML in UTF-8 of at most 1 MiB";

    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string? Read(string path, Origin start, ProblemList problems)
    {
        byte[]? bytes = ReadBytes(path, start, problems);
        return bytes is null ? null : Decode(bytes, start, problems);
    }

    /// <summary>UTF-8 text without control characters and without tabs that indent; otherwise problems.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, Origin start, ProblemList problems)
    {
        ReadOnlySpan<byte> content = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
        if (content.Length > MaxBytes)
        {
            problems.Add(start, "the file is larger than 1 MiB", ScenarioFile, "split it with 'extends'");
            return null;
        }

        if (content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            problems.Add(start, "the file is in UTF-16", ScenarioFile, "save the file in UTF-8");
            return null;
        }

        if (content.IndexOf((byte)0) >= 0)
        {
            problems.Add(start, "the file is binary", ScenarioFile, "is this the right file?");
            return null;
        }

        int valid = ValidPrefix(content);
        if (valid < content.Length)
        {
            problems.Add(
                Locate(content[..valid], start), "not valid UTF-8", ScenarioFile, "save the file in UTF-8");
            return null;
        }

        string text = StrictUtf8.GetString(content);
        return HasOnlyText(text, start, problems) ? text : null;
    }

    private static byte[]? ReadBytes(string path, Origin start, ProblemList problems)
    {
        if (Directory.Exists(path))
        {
            problems.Add(start, "this is a directory", ScenarioFile, "name a file inside it");
            return null;
        }

        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return ReadBytes(stream);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            problems.Add(start, "no such file", ScenarioFile, NearestFile(path));
        }
        catch (UnauthorizedAccessException)
        {
            problems.Add(start, "the file may not be read", ScenarioFile, "check its permissions");
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            problems.Add(start, "the file cannot be read", ScenarioFile, "check its name");
        }

        return null;
    }

    // A few bytes more than the limit, whatever length the file claims.
    private static byte[] ReadBytes(FileStream stream)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(MaxBytes + 4);
        try
        {
            int length = stream.ReadAtLeast(buffer.AsSpan(0, MaxBytes + 4), MaxBytes + 4, throwOnEndOfStream: false);
            return buffer[..length];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static string NearestFile(string path)
    {
        string folder = Path.GetDirectoryName(path) is { Length: > 0 } named ? named : ".";
        if (!Directory.Exists(folder))
        {
            return $"the folder '{Shorten.Text(folder)}' does not exist either";
        }

        IEnumerable<string> names =
            Directory.EnumerateFiles(folder, "*.yaml").Take(1_000).Select(file => Path.GetFileName(file));
        string? nearest = NearestName.Of(Path.GetFileName(path), names);
        return nearest is null ? "check its name" : $"did you mean '{nearest}'?";
    }

    private static int ValidPrefix(ReadOnlySpan<byte> bytes)
    {
        int position = 0;
        while (position < bytes.Length
            && Rune.DecodeFromUtf8(bytes[position..], out _, out int consumed) == OperationStatus.Done)
        {
            position += consumed;
        }

        return position;
    }

    private static Origin Locate(ReadOnlySpan<byte> before, Origin start)
    {
        int line = before.Count((byte)'\n') + 1;
        ReadOnlySpan<byte> lastLine = before[(before.LastIndexOf((byte)'\n') + 1)..];
        return start with { Line = line, Column = StrictUtf8.GetCharCount(lastLine) + 1 };
    }

    private static bool HasOnlyText(string text, Origin start, ProblemList problems)
    {
        bool isText = true;
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                line++;
                lineStart = i + 1;
            }
            else if (char.IsControl(text[i]) && text[i] != '\r')
            {
                isText = false;
                AddControl(text[i], start with { Line = line, Column = i - lineStart + 1 }, problems);
            }
        }

        return isText;
    }

    private static void AddControl(char control, Origin origin, ProblemList problems)
    {
        if (control == '\t')
        {
            problems.Add(origin, "a tab", "spaces", "replace every tab by two spaces");
        }
        else
        {
            problems.Add(
                origin, $"a control character U+{(int)control:X4}", "plain text", "remove it, or is the file binary?");
        }
    }
}
