using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Simulator.Protocol.Tests.Corruption;

/// <summary>The table of this folder and the reference page that is generated from it.</summary>
internal static class CommittedTable
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly string Root = RepositoryRoot();

    public static string TablePath { get; } =
        Path.Combine(Root, "tests", "Simulator.Protocol.Tests", "Corruption", "not-authenticated.json");

    public static string PagePath { get; } = Path.Combine(Root, "docs", "reference", "not-authenticated.md");

    /// <summary>Set to any text, it makes the tests write table and page instead of comparing with them.</summary>
    public static bool IsBeingWritten { get; } =
        Environment.GetEnvironmentVariable("OPGSIM_WRITE_TABLES") is { Length: > 0 };

    public static List<TableEntry> Read() =>
        File.Exists(TablePath)
            ? JsonSerializer.Deserialize<List<TableEntry>>(File.ReadAllText(TablePath), Options)!
            : [];

    public static TableEntry? Find(string message) => Read().SingleOrDefault(entry => entry.Message == message);

    /// <summary>Replaces one entry, keeps its reasons, and drops entries of messages that no longer exist.</summary>
    public static void Write(TableEntry entry, IReadOnlyList<string> order)
    {
        List<TableEntry> entries = Read();
        TableEntry? old = entries.SingleOrDefault(known => known.Message == entry.Message);
        entries.RemoveAll(known => known.Message == entry.Message || !order.Contains(known.Message));
        entries.Add(entry.WithReasonsOf(old));
        entries = [.. order.SelectMany(name => entries.Where(known => known.Message == name))];
        File.WriteAllText(TablePath, Text(entries) + "\n");
        File.WriteAllText(PagePath, Page(entries));
    }

    public static string Text(object entries) => JsonSerializer.Serialize(entries, Options);

    public static string Page(IReadOnlyList<TableEntry> entries)
    {
        StringBuilder page = new(
            """
            # What the protocol does not authenticate

            Every byte of a sample of every message takes all 255 other values, one at a time. Each corrupted message is
            **refused** by name, or has the **same meaning**, or is accepted with another meaning, and then the field
            that changed is **not authenticated** and listed here with the reason. The counts are exact, and a test
            holds this page and its table (`tests/Simulator.Protocol.Tests/Corruption/not-authenticated.json`) in both
            directions: a field that is never hit is an error too. `OPGSIM_WRITE_TABLES=1` makes the same test write
            both anew.

            | Message | Bytes | Refused | Same meaning | Not authenticated |
            |---|---:|---:|---:|---:|

            """.ReplaceLineEndings("\n"));
        foreach (TableEntry entry in entries)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {entry.Message} | {entry.Bytes} | {entry.Refused} | ");
            page.Append(CultureInfo.InvariantCulture, $"{entry.SameMeaning} | {entry.NotAuthenticated} |\n");
        }

        foreach (TableEntry entry in entries)
        {
            Describe(page, entry);
        }

        return page.ToString();
    }

    private static void Describe(StringBuilder page, TableEntry entry)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {entry.Message}\n\n");
        page.Append(entry.Note.Length == 0 ? "" : entry.Note + "\n\n");
        page.Append("Refused: ");
        page.AppendJoin(", ", entry.Refusals.Select(pair => $"{pair.Key} {pair.Value}"));
        page.Append(".\n");
        if (entry.Fields.Count == 0)
        {
            page.Append("\nNothing in it can change unnoticed.\n");
        }

        foreach (IGrouping<string, TableField> fields in entry.Fields.GroupBy(field => field.Reason))
        {
            page.Append("\n- ");
            page.AppendJoin(", ", fields.Select(field => $"`{field.Field}` {field.Count}"));
            page.Append(CultureInfo.InvariantCulture, $": {fields.Key}\n");
        }
    }

    private static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Simulator.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new DirectoryNotFoundException("no folder above the tests holds Simulator.sln");
    }
}
