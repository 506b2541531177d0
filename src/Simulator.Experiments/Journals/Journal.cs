using System.Diagnostics;
using System.Text.Json;
using Simulator.Reporting;
using Simulator.Scenarios.Settings;

namespace Simulator.Experiments;

/// <summary>The runs of an experiment as they finish, one line each, safe on disk before the next thing happens.</summary>
/// <remarks>
/// The first line says whose runs these are. A line that a killed process left unfinished is cut off at the next start.
/// Runs are kept on disk and looked up by place. Safe for concurrent use.
/// </remarks>
internal sealed class Journal : IDisposable
{
    private const string SchemaVersion = "opgsim.journal/1";

    /// <summary>What opening says of a file that someone else has locked (EWOULDBLOCK).</summary>
    private const int HeldByAnother = 11;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Lock gate = new();
    private readonly Dictionary<RunId, (long Offset, int Length)> places = [];
    private readonly FileStream file;

    private Journal(FileStream file) => this.file = file;

    /// <summary>Runs that have ended.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return places.Count;
            }
        }
    }

    /// <summary>Opens the journal in a folder, or begins one.</summary>
    /// <param name="folder">Made if it is not there.</param>
    /// <param name="scenario">Whose runs it holds.</param>
    /// <param name="isFresh">Forgets what is there.</param>
    /// <exception cref="InvalidDataException">It belongs to another experiment, or is damaged; the message says so.</exception>
    public static Journal Open(string folder, Scenario scenario, bool isFresh)
    {
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, ExperimentBundle.JournalName);
        FileStream file = OpenAlone(path);
        try
        {
            if (isFresh)
            {
                file.SetLength(0);
            }

            Journal journal = new(file);
            journal.Load(path, folder, scenario);
            return journal;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    // Whoever was interrupted may still be writing its bundle.
    private static FileStream OpenAlone(string path)
    {
        Stopwatch patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            }
            catch (IOException problem) when (problem.HResult == HeldByAnother)
            {
                if (patience.Elapsed > Patience)
                {
                    throw new IOException($"another process works on '{Path.GetDirectoryName(path)}'; wait for it or end it", problem);
                }

                Thread.Sleep(100);
            }
        }
    }

    public bool Contains(RunId run)
    {
        lock (gate)
        {
            return places.ContainsKey(run);
        }
    }

    public void Append(EndedRun run)
    {
        lock (gate)
        {
            Append(run.Line);
            places.Add(run.Id, (file.Length - run.Line.Length, run.Line.Length));
        }
    }

    /// <summary>Null for a run that has not ended.</summary>
    public ExperimentRun? Find(RunId run)
    {
        byte[] line;
        lock (gate)
        {
            if (!places.TryGetValue(run, out (long Offset, int Length) place))
            {
                return null;
            }

            line = new byte[place.Length];
            file.Position = place.Offset;
            file.ReadExactly(line);
        }

        using JsonDocument json = JsonDocument.Parse(line);
        return ExperimentRunJson.Read(json.RootElement);
    }

    public void Dispose() => file.Dispose();

    private void Append(byte[] line)
    {
        file.Position = file.Length;
        file.Write(line);
        file.Flush(flushToDisk: true);
    }

    private void Load(string path, string folder, Scenario scenario)
    {
        long start = 0;
        long number = 0;
        foreach (byte[] line in Lines())
        {
            number++;
            try
            {
                using JsonDocument json = JsonDocument.Parse(line);
                if (number == 1)
                {
                    RequireSame(json.RootElement, path, folder, scenario);
                }
                else
                {
                    ExperimentRun run = ExperimentRunJson.Read(json.RootElement);
                    places[new RunId(run.Arm, run.Replication)] = (start, line.Length);
                }
            }
            catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new InvalidDataException(
                    $"{path}:{number}: the journal is damaged; remove the folder, or begin anew with --fresh", problem);
            }

            start += line.Length;
        }

        file.SetLength(start);
        if (number == 0)
        {
            Append(Header(scenario));
        }
    }

    // Whole lines only: what follows the last line feed was being written when the process died.
    private IEnumerable<byte[]> Lines()
    {
        file.Position = 0;
        List<byte> line = [];
        byte[] buffer = new byte[1 << 16];
        int read;
        long position = 0;
        while ((read = file.Read(buffer)) > 0)
        {
            position += read;
            for (int i = 0; i < read; i++)
            {
                line.Add(buffer[i]);
                if (buffer[i] == '\n')
                {
                    yield return [.. line];
                    line.Clear();
                }
            }

            file.Position = position;
        }
    }

    private static byte[] Header(Scenario scenario)
    {
        using MemoryStream line = new();
        using (Utf8JsonWriter json = new(line))
        {
            json.WriteStartObject();
            json.WriteString("schema", SchemaVersion);
            json.WriteString("scenario_sha256", scenario.Hash);
            json.WriteString("program", ProgramIdentity.Hash);
            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        return line.ToArray();
    }

    private static void RequireSame(JsonElement header, string path, string folder, Scenario scenario)
    {
        if (header.GetProperty("schema").GetString() != SchemaVersion)
        {
            throw new JsonException($"{path} is no journal");
        }

        if (header.GetProperty("scenario_sha256").GetString() != scenario.Hash)
        {
            throw new InvalidDataException(
                $"'{folder}' holds an unfinished experiment of another scenario; finish that one, choose another folder with "
                + "--out, or begin anew with --fresh");
        }

        if (header.GetProperty("program").GetString() != ProgramIdentity.Hash)
        {
            throw new InvalidDataException(
                $"'{folder}' holds an unfinished experiment of another build of opgsim, whose runs may differ; choose another "
                + "folder with --out, or begin anew with --fresh");
        }
    }
}
