using System.Text.Json;

namespace Simulator.Reporting;

/// <summary>Reads a bundle that stands on disk.</summary>
public sealed class BundleReader : IDisposable
{
    public const string DatabaseName = "run.sqlite";

    private readonly string directory;
    private readonly Database database;

    /// <exception cref="IOException">Not a bundle, or not readable.</exception>
    public BundleReader(string directory)
    {
        this.directory = directory;
        if (!File.Exists(Path.Combine(directory, Manifest.Name)))
        {
            throw new IOException($"'{directory}' is not a bundle: it has no {Manifest.Name}");
        }

        Summary = ReadJson(SummaryFile.Name);
        database = Database.OpenForReading(Path.Combine(directory, DatabaseName));
    }

    /// <summary><c>summary.json</c> as it stands.</summary>
    public JsonElement Summary { get; }

    /// <summary>
    /// Files that are missing, changed or not listed, in ordinal order; empty when the bundle is what its manifest
    /// says.
    /// </summary>
    public IReadOnlyList<string> Differences()
    {
        Dictionary<string, string> listed = ReadJson(Manifest.Name).GetProperty("files").EnumerateArray()
            .ToDictionary(
                file => file.GetProperty("path").GetString()!,
                file => file.GetProperty("sha256").GetString()!);
        Dictionary<string, string> found = Manifest.Scan(directory).ToDictionary(
            entry => entry.Path, entry => entry.Sha256);
        return
        [
            .. listed.Keys.Union(found.Keys)
                .Where(path => listed.GetValueOrDefault(path) != found.GetValueOrDefault(path))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>One table's rows as maps from column to value: null, long, double, string or byte[].</summary>
    /// <param name="table">A name from the reference page.</param>
    /// <param name="request">Only rows about this request; the table must have a column <c>request</c>.</param>
    /// <exception cref="ArgumentException">There is no such table, or it has no such column.</exception>
    public IEnumerable<IReadOnlyDictionary<string, object?>> Rows(string table, string? request = null)
    {
        Table known = Schema.Tables.FirstOrDefault(candidate => candidate.Name == table)
            ?? throw new ArgumentException($"there is no table '{table}'", nameof(table));
        string names = string.Join(", ", known.Columns.Select(column => column.Name));
        string condition = request is null ? string.Empty : " WHERE request = ?";
        string[] values = request is null ? [] : [request];
        if (request is not null && known.Columns.All(column => column.Name != "request"))
        {
            throw new ArgumentException($"table '{table}' has no column 'request'", nameof(request));
        }

        return database.Query($"SELECT {names} FROM {table}{condition} ORDER BY id", values)
            .Select(row => Map(known, row));
    }

    public void Dispose() => database.Dispose();

    private static Dictionary<string, object?> Map(Table table, object?[] row)
    {
        Dictionary<string, object?> map = new(StringComparer.Ordinal);
        for (int i = 0; i < row.Length; i++)
        {
            map[table.Columns[i].Name] = row[i];
        }

        return map;
    }

    private JsonElement ReadJson(string name)
    {
        try
        {
            using FileStream file = File.OpenRead(Path.Combine(directory, name));
            using JsonDocument document = JsonDocument.Parse(file);
            return document.RootElement.Clone();
        }
        catch (JsonException problem)
        {
            throw new IOException($"'{directory}': {name} is damaged ({problem.Message})", problem);
        }
    }
}
