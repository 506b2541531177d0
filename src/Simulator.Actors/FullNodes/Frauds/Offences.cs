using System.Globalization;
using Simulator.Protocol.Consensus;

namespace Simulator.Actors.FullNodes.Frauds;

/// <summary>What validators can cheat in, named alike by those who do and those who see it.</summary>
internal static class Offences
{
    /// <summary>Group of all validators.</summary>
    public const string Group = "validators";

    /// <summary>A second vote where one is allowed.</summary>
    public const string Equivocate = "equivocate";

    /// <summary>A turn to propose that passes without a proposal.</summary>
    public const string Withhold = "withhold";

    /// <summary>A block without the transactions it could have held.</summary>
    public const string Censor = "censor";

    public static string OfVote(string validator, Vote vote) => string.Create(
        CultureInfo.InvariantCulture, $"vote/{validator}/{vote.Height}/{vote.Round}/{vote.Type}");

    public static string OfTurn(string validator, long height, int round) => string.Create(
        CultureInfo.InvariantCulture, $"turn/{validator}/{height}/{round}");
}
