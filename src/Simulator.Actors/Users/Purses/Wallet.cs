using System.Buffers.Binary;
using Simulator.Actors.Network;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;
using Simulator.Protocol.X402;

namespace Simulator.Actors.Users.Purses;

/// <summary>The paying half of a user's client: turns a server's requirements into an authorisation, or declines by name.</summary>
internal sealed class Wallet(PrivateKey key)
{
    public const string UnreadableRequirements = "client_unreadable_requirements";
    public const string NoAcceptableOption = "client_no_acceptable_option";
    public const string FacilitatorAddressMissing = "client_facilitator_address_missing";

    public Address Address { get; } = Secp256k1.AddressOf(key);

    /// <summary>Answers the first option the wallet can pay; upto needs the facilitator it will be settled by.</summary>
    /// <param name="required">The server's 402.</param>
    /// <param name="now">Unix seconds on the user's clock.</param>
    /// <param name="random">The user's randomness.</param>
    /// <param name="subject">Request and payment; the subject of the nonce's draws.</param>
    /// <param name="intent">The payment; null when declined.</param>
    /// <returns>Null, or why the wallet declines.</returns>
    public string? Decide(PaymentRequired required, long now, KeyedRandom random, ulong subject, out PaymentIntent? intent)
    {
        intent = null;
        PaymentRequirements? option = required.Accepts.FirstOrDefault(CanPay);
        if (option is null || !TryReadTerms(option, out PaymentTerms terms))
        {
            return NoAcceptableOption;
        }

        bool isUpto = option.Scheme == X402Protocol.UptoScheme;
        Address? facilitator = null;
        if (isUpto)
        {
            if (!Address.TryParse(option.ExtraText(ExtraNames.FacilitatorAddress), out Address named))
            {
                return FacilitatorAddressMissing;
            }

            facilitator = named;
        }

        Permit2Authorization authorization = new(
            Address,
            terms.Asset,
            terms.Maximum.BaseUnits,
            isUpto ? Deployments.UptoProxy : Deployments.ExactProxy,
            NonceOf(random, subject),
            (ulong)(now + option.MaxTimeoutSeconds),
            new Permit2Witness(terms.PayTo, facilitator, (ulong)(now - X402Protocol.BackdateSeconds)));
        intent = new PaymentIntent(authorization, option, required.Resource, terms.ChainId, terms.Maximum, key);
        return null;
    }

    private static bool CanPay(PaymentRequirements option) =>
        option.Scheme == X402Protocol.UptoScheme
        || (option.Scheme == X402Protocol.ExactScheme && option.ExtraText(ExtraNames.AssetTransferMethod) == ExtraNames.Permit2);

    /// <summary>False for terms in no currency that the wallet has.</summary>
    public static bool TryReadTerms(PaymentRequirements option, out PaymentTerms terms)
    {
        terms = default;
        if (!X402Protocol.TryChainId(option.Network, out ulong chainId)
            || !Address.TryParse(option.Asset, out Address asset)
            || !Address.TryParse(option.PayTo, out Address payTo)
            || !UInt256.TryParse(option.Amount, out UInt256 amount)
            || amount.High != 0)
        {
            return false;
        }

        terms = new PaymentTerms(chainId, asset, payTo, new OpgAmount(amount.Low));
        return true;
    }

    // 32 random bytes, as the network's clients choose their unordered nonces.
    public static UInt256 NonceOf(KeyedRandom random, ulong subject)
    {
        Draw high = random.Draw(Draws.PermitNonce, subject);
        Draw low = random.Draw(Draws.PermitNonce, subject, 1);
        Span<byte> bytes = stackalloc byte[UInt256.Length];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, high.Low);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], high.High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[16..], low.Low);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[24..], low.High);
        return UInt256.FromBigEndian(bytes);
    }
}
