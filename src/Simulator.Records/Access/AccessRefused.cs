using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>A user's request was not served.</summary>
/// <param name="Request">The request.</param>
/// <param name="Group">The user's group in the scenario.</param>
/// <param name="By">Actor name of whom it was asked from last; <c>none</c> where nobody could be asked.</param>
/// <param name="Why">The refusal's own name, or <c>no_answer</c>.</param>
public sealed record AccessRefused(RequestId Request, string Group, string By, string Why) : Observation
{
    /// <summary>Nobody answered while the user was patient.</summary>
    public const string NoAnswer = "no_answer";
}
