using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Consensus;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.FullNodes;

/// <summary>Votes, proposals and certificates in the kernel's binary message form.</summary>
internal static class ConsensusFields
{
    public static void Vote(this ref MessageWriter writer, Vote vote)
    {
        writer.Byte((byte)vote.Type);
        writer.VarUInt((ulong)vote.Height);
        writer.VarUInt((ulong)vote.Round);
        writer.RawHash(vote.Block);
        writer.Int64(vote.UnixNanoseconds);
        writer.VarUInt((ulong)vote.Validator);
        writer.Bytes(vote.Signature);
    }

    public static Vote Vote(this ref MessageReader reader) => new(
        (VoteType)reader.Byte(),
        reader.Height(),
        reader.Small(),
        reader.RawHash(),
        reader.Int64(),
        reader.Small())
    {
        Signature = reader.Bytes(Ed25519Key.SignatureLength),
    };

    public static void Votes(this ref MessageWriter writer, IReadOnlyList<Vote> votes)
    {
        writer.VarUInt((ulong)votes.Count);
        foreach (Vote vote in votes)
        {
            writer.Vote(vote);
        }
    }

    public static Vote[] Votes(this ref MessageReader reader)
    {
        Vote[] votes = new Vote[reader.Count()];
        for (int i = 0; i < votes.Length; i++)
        {
            votes[i] = reader.Vote();
        }

        return votes;
    }

    public static void Proposal(this ref MessageWriter writer, Proposal proposal)
    {
        writer.VarUInt((ulong)proposal.Height);
        writer.VarUInt((ulong)proposal.Round);
        writer.VarUInt((ulong)(proposal.PolRound + 1));
        writer.RawHash(proposal.Block);
        writer.Int64(proposal.UnixNanoseconds);
        writer.VarUInt((ulong)proposal.Proposer);
        writer.Bytes(proposal.Signature);
        writer.Votes(proposal.Justification);
    }

    public static Proposal Proposal(this ref MessageReader reader) => new(
        reader.Height(),
        reader.Small(),
        reader.Small() - 1,
        reader.RawHash(),
        reader.Int64(),
        reader.Small())
    {
        Signature = reader.Bytes(Ed25519Key.SignatureLength),
        Justification = reader.Votes(),
    };

    public static void Certificate(this ref MessageWriter writer, CommitCertificate certificate)
    {
        writer.VarUInt((ulong)certificate.Height);
        writer.VarUInt((ulong)certificate.Round);
        writer.RawHash(certificate.Block);
        writer.Votes(certificate.Precommits);
    }

    public static CommitCertificate Certificate(this ref MessageReader reader) =>
        new(reader.Height(), reader.Small(), reader.RawHash(), reader.Votes());

    public static void RawHash(this ref MessageWriter writer, Hash32 hash)
    {
        Span<byte> bytes = stackalloc byte[Hash32.Length];
        hash.CopyTo(bytes);
        writer.Raw(bytes);
    }

    public static Hash32 RawHash(this ref MessageReader reader) => new(reader.Raw(Hash32.Length));

    public static long Height(this ref MessageReader reader)
    {
        ulong value = reader.VarUInt();
        return value <= long.MaxValue ? (long)value : throw new MessageFormatException("a height is out of range");
    }

    /// <summary>A round or a validator's index.</summary>
    public static int Small(this ref MessageReader reader) => reader.RequestNumber();
}
