using Simulator.Protocol.Consensus;

namespace Simulator.Actors.FullNodes;

/// <summary>How much power stands behind a commit certificate.</summary>
internal static class CertificatePower
{
    /// <summary>Power of the distinct precommits for the certificate's block whose signatures hold.</summary>
    public static long Of(CommitCertificate certificate, FullNodeSettings settings)
    {
        long power = 0;
        int last = -1;
        foreach (Vote vote in certificate.Precommits)
        {
            bool counts = vote.Validator > last && vote.Type == VoteType.Precommit && vote.Height == certificate.Height
                && vote.Round == certificate.Round && vote.Block == certificate.Block && settings.Signatures.Holds(vote);
            power += counts ? settings.Validators[vote.Validator].Power : 0;
            last = Math.Max(last, vote.Validator);
        }

        return power;
    }
}
