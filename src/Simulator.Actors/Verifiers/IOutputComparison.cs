namespace Simulator.Actors.Verifiers;

/// <summary>Whether two executions of one question count as the same.</summary>
public interface IOutputComparison
{
    /// <summary>Whether honest executions with identical profiles are the only ones that agree.</summary>
    bool IsExact { get; }

    /// <summary>A pure function of two canonical output strings.</summary>
    /// <param name="committed">What the node says that its model said.</param>
    /// <param name="own">What the own execution gave.</param>
    bool Agree(string committed, string own);
}

/// <summary>To the last digit of the canonical outputs.</summary>
public sealed class ExactComparison : IOutputComparison
{
    public static readonly ExactComparison Shared = new();

    public bool IsExact => true;

    public bool Agree(string committed, string own) => string.Equals(committed, own, StringComparison.Ordinal);
}
