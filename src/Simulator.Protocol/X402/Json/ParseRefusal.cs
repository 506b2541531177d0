namespace Simulator.Protocol.X402;

/// <summary>The typed refusal of a hostile or broken text.</summary>
/// <param name="Problem">What is wrong.</param>
/// <param name="Path">
/// The member concerned, dotted from the top (<c>accepts[0].amount</c>); empty for the whole text.
/// </param>
public sealed record ParseRefusal(ParseProblem Problem, string Path)
{
    public override string ToString() => Path.Length == 0 ? Problem.ToString() : $"{Problem}: {Path}";
}
