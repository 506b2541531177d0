using Simulator.Primitives;

namespace Simulator.Records;

/// <summary>By which rules answers are verified in this run; said once, at the start.</summary>
/// <param name="Exact">
/// Whether honest executions agree to the last digit: identical execution profiles, and outputs compared exactly. Only then
/// an honest party can never be slashed.
/// </param>
/// <param name="Tester">Who commits answers that are wrong on purpose and is slashed for them; null where nobody does.</param>
public sealed record VerificationDeclared(bool Exact, string? Tester) : Observation;
