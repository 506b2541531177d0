using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Simulator.Primitives;

namespace Simulator.Reporting;

/// <summary>Writes the bundle of an experiment into the folder where its journal lies.</summary>
/// <remarks>
/// The journal outlives everything else until the bundle stands: whoever is killed in here loses no run. Equal
/// experiments give equal bytes, whatever order their runs finished in.
/// </remarks>
public static class ExperimentBundle
{
    /// <summary>Runs in the order they finished; gone once the bundle is complete.</summary>
    public const string JournalName = "journal.jsonl";

    /// <summary>Runs in order of arm and replication.</summary>
    public const string RunsName = "runs.jsonl";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Why an experiment may not be written there, or null. An older bundle or an unfinished experiment may stand
    /// there, anything else may not.
    /// </summary>
    public static string? Problem(string directory) =>
        IsUnfinished(directory) ? null : BundleTarget.Problem(directory);

    /// <summary>Runs of an experiment that has not been finished stand there.</summary>
    public static bool IsUnfinished(string directory) => File.Exists(Path.Combine(directory, JournalName));

    /// <param name="directory">The bundle's folder, which exists.</param>
    /// <param name="summary">What it says.</param>
    /// <param name="runs">All runs in order of arm and replication; may be read several times.</param>
    /// <param name="options">What it holds besides.</param>
    /// <returns>What a person should know, for example that picture files were skipped.</returns>
    /// <exception cref="IOException">Something cannot be written.</exception>
    public static IReadOnlyList<string> Write(
        string directory, ExperimentSummary summary, IEnumerable<ExperimentRun> runs, BundleOptions options)
    {
        string work = BundleTarget.CreateWorkFolder(directory);
        try
        {
            ExperimentSummaryFile.Write(Path.Combine(work, SummaryFile.Name), summary);
            RunTableFile.Write(Path.Combine(work, RunTableFile.Name), summary.Arms, runs);
            JUnitFile.Write(Path.Combine(work, JUnitFile.Name), summary);
            File.WriteAllText(Path.Combine(work, "scenario.resolved.yaml"), summary.Description.ResolvedYaml, Utf8);
            List<string> notes = WriteReport(work, summary, options);
            if (summary.IsComplete)
            {
                WriteRuns(Path.Combine(work, RunsName), runs);
            }

            Publish(work, directory, summary.IsComplete);
            return notes;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    /// <summary>The runs of a bundle, complete or not, in the order they are written.</summary>
    /// <exception cref="InvalidDataException">There are none, or they are damaged; the message says so.</exception>
    public static IEnumerable<ExperimentRun> ReadRuns(string directory)
    {
        string path = Path.Combine(directory, RunsName);
        int skipped = 0;
        if (!File.Exists(path))
        {
            // The first line of a journal says whose it is.
            path = Path.Combine(directory, JournalName);
            skipped = 1;
        }

        if (!File.Exists(path))
        {
            throw new InvalidDataException($"'{directory}' holds no runs: neither {RunsName} nor {JournalName} is there");
        }

        return File.ReadLines(path).Skip(skipped).Select((line, index) => ReadRun(path, index + skipped + 1, line));
    }

    private static ExperimentRun ReadRun(string path, int number, string line)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            return ExperimentRunJson.Read(json.RootElement);
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException(
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path}:{number}: {problem.Message}"), problem);
        }
    }

    /// <summary>One line of JSON for a run, with its line feed.</summary>
    public static byte[] LineOf(ExperimentRun run)
    {
        using MemoryStream line = new();
        using (Utf8JsonWriter json = new(line, Compact))
        {
            ExperimentRunJson.Write(json, run);
        }

        line.WriteByte((byte)'\n');
        return line.ToArray();
    }

    private static List<string> WriteReport(string work, ExperimentSummary summary, BundleOptions options)
    {
        IReadOnlyList<Chart> charts = [.. ExperimentCharts.Of(summary), .. ShapeCharts.Of(summary)];
        File.WriteAllText(Path.Combine(work, "report.html"), new ExperimentReport(summary, charts).Html(), Utf8);
        if (charts.Count == 0)
        {
            return [];
        }

        string folder = Path.Combine(work, "charts");
        ChartFiles.WriteDefinitions(folder, charts);
        if (!options.Pictures)
        {
            return [];
        }

        using ChartRenderer renderer = ChartRenderer.Start(options.Node, options.ChartPackages ?? ChartPackages.CacheFolder());
        renderer.Draw(folder, charts);
        return renderer.Finish(folder) is { } reason
            ? [$"picture files skipped: {reason}; report.html shows the charts all the same"]
            : [];
    }

    private static void WriteRuns(string path, IEnumerable<ExperimentRun> runs)
    {
        using FileStream file = File.Create(path);
        foreach (ExperimentRun run in runs)
        {
            file.Write(LineOf(run));
        }
    }

    // File by file and the manifest last, so that the journal never moves.
    private static void Publish(string work, string directory, bool isComplete)
    {
        string manifest = Path.Combine(directory, Manifest.Name);
        string journal = Path.Combine(directory, JournalName);
        Invariant.That(File.Exists(journal));
        File.Delete(manifest);
        HashSet<string> kept = new(StringComparer.Ordinal) { journal };
        foreach (string file in Directory.EnumerateFiles(work, "*", SearchOption.AllDirectories).ToList())
        {
            string target = Path.Combine(directory, Path.GetRelativePath(work, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(file, target, overwrite: true);
            kept.Add(target);
        }

        foreach (string old in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).ToList())
        {
            if (!kept.Contains(old))
            {
                File.Delete(old);
            }
        }

        RemoveEmptyFolders(directory);
        if (!isComplete)
        {
            Manifest.Write(directory);
            return;
        }

        Manifest.Write(directory, except: JournalName);
        File.Delete(journal);
    }

    private static void RemoveEmptyFolders(string directory)
    {
        foreach (string folder in Directory.EnumerateDirectories(directory))
        {
            RemoveEmptyFolders(folder);
            if (!Directory.EnumerateFileSystemEntries(folder).Any())
            {
                Directory.Delete(folder);
            }
        }
    }
}
