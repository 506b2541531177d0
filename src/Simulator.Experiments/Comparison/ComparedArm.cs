using System.Globalization;
using System.Text.Json;
using Simulator.Reporting;
using Simulator.Statistics;

namespace Simulator.Experiments;

/// <summary>One side of a comparison: a single run's bundle, or one arm of an experiment's.</summary>
public sealed class ComparedArm
{
    private const string ArmSign = "#";

    private readonly Dictionary<string, Side> figures = new(StringComparer.Ordinal);

    private ComparedArm(string name, ulong seed)
    {
        Name = name;
        Seed = seed;
    }

    /// <summary>As reports call it.</summary>
    public string Name { get; }

    /// <summary>Equal seeds give equal replications equal luck.</summary>
    public ulong Seed { get; }

    /// <summary>Names and units in the order of a run's summary.</summary>
    internal IEnumerable<(string Name, MetricUnit Unit)> Figures => figures.Select(figure => (figure.Key, figure.Value.Unit));

    /// <summary>The arms of a bundle, or the one that is named behind it: <c>results/audit#2</c>.</summary>
    /// <exception cref="InvalidDataException">No bundle, or no such arm; the message says so.</exception>
    public static IReadOnlyList<ComparedArm> Read(string bundle)
    {
        int sign = bundle.LastIndexOf(ArmSign, StringComparison.Ordinal);
        int arm = -1;
        bool isOne = sign > 0
            && int.TryParse(bundle.AsSpan(sign + 1), NumberStyles.None, CultureInfo.InvariantCulture, out arm);
        string folder = isOne ? bundle[..sign] : bundle;
        JsonElement summary = Summary(folder);
        List<ComparedArm> arms = summary.TryGetProperty("arms", out JsonElement listed)
            ? OfExperiment(folder, summary, listed)
            : [OfRun(folder, summary)];
        if (isOne && arm >= arms.Count)
        {
            string last = (arms.Count - 1).ToString(CultureInfo.InvariantCulture);
            throw new InvalidDataException($"'{folder}' has no arm {arm}; its arms are counted from 0 to {last}");
        }

        return isOne ? [arms[arm]] : arms;
    }

    internal Side? Find(string figure) => figures.GetValueOrDefault(figure);

    private static JsonElement Summary(string folder)
    {
        string path = Path.Combine(folder, "summary.json");
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllText(path));
            return json.RootElement.Clone();
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidDataException($"'{folder}' is not a bundle: it has no summary.json", problem);
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"{path} is damaged: {problem.Message}", problem);
        }
    }

    private static ComparedArm OfRun(string folder, JsonElement summary)
    {
        ComparedArm run = new(folder, summary.GetProperty("seed").GetUInt64());
        int replication = summary.GetProperty("replication").GetInt32();
        foreach (JsonProperty metric in summary.GetProperty("metrics").EnumerateObject())
        {
            if (metric.Value.GetProperty("value").ValueKind == JsonValueKind.Number)
            {
                Estimate estimate = new(
                    metric.Value.GetProperty("value").GetDouble(),
                    End(metric.Value.GetProperty("lower")),
                    End(metric.Value.GetProperty("upper")),
                    metric.Value.GetProperty("n").GetInt64(),
                    metric.Value.GetProperty("method").GetString()!);
                run.Add(metric.Name, MetricUnits.OfSymbol(metric.Value.GetProperty("unit").GetString()!), replication, estimate);
            }
        }

        return run;
    }

    private static List<ComparedArm> OfExperiment(string folder, JsonElement summary, JsonElement listed)
    {
        ulong seed = summary.GetProperty("seed").GetUInt64();
        List<ComparedArm> arms = [.. listed.EnumerateArray().Select(arm => new ComparedArm(Label(folder, arm, listed), seed))];
        foreach (ExperimentRun run in ExperimentBundle.ReadRuns(folder))
        {
            foreach (NamedFigure figure in run.Figures?.Figures ?? [])
            {
                arms[run.Arm].Add(figure.Name, figure.Unit, run.Replication, figure.Estimate);
            }
        }

        return arms;
    }

    private static string Label(string folder, JsonElement arm, JsonElement listed)
    {
        IEnumerable<string> values =
            arm.GetProperty("values").EnumerateObject().Select(value => $"{value.Name} = {value.Value.GetString()}");
        return listed.GetArrayLength() == 1 ? folder : string.Join(", ", values);
    }

    private static double? End(JsonElement json) => json.ValueKind == JsonValueKind.Number ? json.GetDouble() : null;

    private void Add(string figure, MetricUnit unit, int replication, Estimate estimate)
    {
        if (!figures.TryGetValue(figure, out Side? side))
        {
            figures.Add(figure, side = new Side(unit, [], estimate));
        }

        side.Values[replication] = estimate.Value;
    }

    /// <summary>A figure of one side.</summary>
    /// <param name="Unit">Base unit.</param>
    /// <param name="Values">By replication.</param>
    /// <param name="First">The first run's own estimate, which counts where there is one run.</param>
    internal sealed record Side(MetricUnit Unit, SortedDictionary<int, double> Values, Estimate First);
}
