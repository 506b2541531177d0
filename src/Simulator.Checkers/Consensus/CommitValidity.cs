using System.Security.Cryptography;
using Simulator.Protocol.Consensus;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Checkers.Consensus;

/// <summary>Recounts every commit: votes, power, signatures, whose turn it was, and where transactions came from.</summary>
public sealed class CommitValidity : Checker
{
    // Commits of a height come close together; a node that catches up later has its votes verified again.
    private const int RememberedVotes = 65_536;

    private readonly SortedDictionary<int, ValidatorDeclared> validators = [];
    private readonly HashSet<Hash32> sent = [];
    private readonly Dictionary<Vote, bool> verified = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<Vote> verifiedByAge = new();
    private readonly Dictionary<Hash32, bool> traced = [];
    private ProposerTurns? turns;
    private bool[] counted = [];
    private Int128 total;

    public override string Name => "consensus.validity";

    public override string Rule =>
        "Every commit carries more than two thirds of the power in distinct valid precommits, for a block of the rightful "
        + "proposer that holds nothing but transactions somebody sent.";

    public override void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case ValidatorDeclared declared:
                validators[declared.Validator] = declared;
                turns = null;
                break;
            case TransactionReceived received:
                sent.Add(received.Transaction);
                break;
            case BlockCommitted committed:
                OnCommitted(committed, fact);
                break;
        }
    }

    private void OnCommitted(BlockCommitted committed, in ObservedFact fact)
    {
        CommitCertificate certificate = committed.Certificate;
        ProposerTurns rightful = Turns();
        Int128 power = Recount(certificate);
        Expect(power * 3 > total * 2, fact, certificate, $"only {power} of {total} precommitted");
        Expect(power == committed.Power, fact, certificate, $"counted {committed.Power} where {power} precommitted");
        Expect(
            committed.MadeInRound <= certificate.Round
                && committed.Maker == rightful.Of(certificate.Height, committed.MadeInRound),
            fact,
            certificate,
            $"validator {committed.Maker} was not the proposer of round {committed.MadeInRound}");
        Expect(IsTraced(committed), fact, certificate, "a transaction that nobody sent");
    }

    private void Expect(bool holds, in ObservedFact fact, CommitCertificate certificate, string what) =>
        Judge(holds, fact.At, fact.Actor, holds ? "" : $"height {certificate.Height}: {what}");

    private ProposerTurns Turns()
    {
        if (turns is null)
        {
            turns = new ProposerTurns([.. validators.Values.Select(v => (v.Power, AddressOf(v.PublicKey)))]);
            counted = new bool[validators.Count == 0 ? 0 : validators.Keys.Max() + 1];
            total = validators.Values.Aggregate(Int128.Zero, (sum, v) => sum + v.Power);
        }

        return turns;
    }

    private static Address AddressOf(byte[] publicKey) => new(SHA256.HashData(publicKey).AsSpan(0, Address.Length));

    private Int128 Recount(CommitCertificate certificate)
    {
        Array.Clear(counted);
        Int128 power = 0;
        foreach (Vote vote in certificate.Precommits)
        {
            if (vote.Type == VoteType.Precommit && vote.Height == certificate.Height && vote.Round == certificate.Round
                && vote.Block == certificate.Block && validators.TryGetValue(vote.Validator, out ValidatorDeclared? voter)
                && !counted[vote.Validator] && IsSigned(vote, voter))
            {
                counted[vote.Validator] = true;
                power += voter.Power;
            }
        }

        return power;
    }

    private bool IsSigned(Vote vote, ValidatorDeclared voter)
    {
        if (!voter.SignsVotes)
        {
            return true;
        }

        if (!verified.TryGetValue(vote, out bool valid))
        {
            valid = Ed25519Key.Verify(voter.PublicKey, SignBytes.Of(vote, voter.ChainId), vote.Signature);
            verified.Add(vote, valid);
            verifiedByAge.Enqueue(vote);
            if (verifiedByAge.Count > RememberedVotes)
            {
                verified.Remove(verifiedByAge.Dequeue());
            }
        }

        return valid;
    }

    private bool IsTraced(BlockCommitted committed)
    {
        if (committed.Transactions.Count == 0)
        {
            return true;
        }

        if (!traced.TryGetValue(committed.Certificate.Block, out bool known))
        {
            known = committed.Transactions.All(sent.Contains);
            traced.Add(committed.Certificate.Block, known);
        }

        return known;
    }
}
