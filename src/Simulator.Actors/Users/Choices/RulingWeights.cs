namespace Simulator.Actors.Users.Choices;

/// <summary>As how many outcomes of its own a user counts a ruling about somebody's request.</summary>
/// <param name="Conviction">Bad outcomes for an answer that was ruled wrong, at least 0.</param>
/// <param name="Acquittal">Good outcomes for an answer that was accused and ruled right, at least 0.</param>
public readonly record struct RulingWeights(int Conviction, int Acquittal);
