using Simulator.Primitives;

namespace Simulator.Checkers;

/// <summary>A checker saw a rule broken.</summary>
/// <param name="Checker">The checker's name, as verdicts write it.</param>
/// <param name="At">When the observation that broke it was made.</param>
/// <param name="Subject">The request, authorisation, address or block concerned.</param>
/// <param name="What">One sentence: what was seen and what the rule demands.</param>
public sealed record Violation(string Checker, SimTime At, string Subject, string What);
