using System.Globalization;
using Simulator.Primitives;

namespace Simulator.Inference.Execution;

/// <summary>How a model is run; part of what names an inference result.</summary>
/// <param name="Optimisation">Graph rewriting.</param>
/// <param name="Threads">Threads inside one operator, 1 to 64. With 1 an inference runs on its caller's thread.</param>
public readonly record struct ExecutionProfile(OptimisationLevel Optimisation, int Threads)
    : IComparable<ExecutionProfile>
{
    private const int MostThreads = 64;

    public static ExecutionProfile Default { get; } = new(OptimisationLevel.All, 1);

    public static bool TryParse(string? text, out ExecutionProfile profile)
    {
        profile = default;
        string[] parts = (text ?? "").Split('-');
        if (parts.Length != 3
            || parts[0] != "cpu"
            || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out int threads))
        {
            return false;
        }

        OptimisationLevel level = Array.Find(Levels, level => NameOf(level) == parts[1]);
        profile = new ExecutionProfile(level, threads);
        return level != OptimisationLevel.Unset && profile.IsValid;
    }

    public bool IsValid => Optimisation != OptimisationLevel.Unset && Threads is >= 1 and <= MostThreads;

    public int CompareTo(ExecutionProfile other)
    {
        int order = Optimisation.CompareTo(other.Optimisation);
        return order != 0 ? order : Threads.CompareTo(other.Threads);
    }

    /// <summary>For example <c>cpu-all-1</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"cpu-{NameOf(Optimisation)}-{Threads}");

    private static readonly OptimisationLevel[] Levels =
        [OptimisationLevel.None, OptimisationLevel.Basic, OptimisationLevel.Extended, OptimisationLevel.All];

    private static string NameOf(OptimisationLevel level) => level switch
    {
        OptimisationLevel.Unset => throw Invariant.Unreachable(level),
        OptimisationLevel.None => "none",
        OptimisationLevel.Basic => "basic",
        OptimisationLevel.Extended => "extended",
        OptimisationLevel.All => "all",
    };
}
