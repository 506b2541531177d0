using System.Text;
using Simulator.Protocol.Consensus;
using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Tests.Consensus;

public sealed class SignBytesTests
{
    // Seconds of Go's zero time; as nanoseconds it is out of range, so the vectors' time is put in by hand.
    private const string GoZeroTime = "2a0b088092b8c398feffffff01";
    private const string UnixZeroTime = "2a00";

    // CometBFT, types/vote_test.go, TestVoteSignBytesTestVectors (cases 1 to 4).
    [Theory]
    [InlineData(VoteType.Precommit, "", "2108021101000000000000001901000000000000002a0b088092b8c398feffffff01")]
    [InlineData(VoteType.Prevote, "", "2108011101000000000000001901000000000000002a0b088092b8c398feffffff01")]
    [InlineData(VoteType.Unset, "", "1f1101000000000000001901000000000000002a0b088092b8c398feffffff01")]
    [InlineData(
        VoteType.Unset,
        "test_chain_id",
        "2e1101000000000000001901000000000000002a0b088092b8c398feffffff01320d746573745f636861696e5f6964")]
    public void Votes_sign_what_CometBFT_signs_but_for_Gos_zero_time(VoteType type, string chain, string expected)
    {
        string ours = Convert.ToHexStringLower(SignBytes.Of(new Vote(type, 1, 1, Hash32.Zero, 0, 0), chain));

        Assert.Equal(expected[2..], ours[2..].Replace(UnixZeroTime, GoZeroTime, StringComparison.Ordinal));
        Assert.Equal(Convert.FromHexString(expected)[0], Convert.FromHexString(ours)[0] + 11);
    }

    [Fact]
    public void Times_before_1970_count_backwards_in_seconds_and_forwards_in_nanoseconds()
    {
        byte[] bytes = SignBytes.Of(new Vote(VoteType.Prevote, 1, 0, Hash32.Zero, -1, 0), "");

        Assert.EndsWith("2a1108ffffffffffffffffff0110ff93ebdc03", Convert.ToHexStringLower(bytes));
    }

    [Fact]
    public void A_vote_for_a_block_names_its_hash_and_its_one_part()
    {
        Hash32 block = Keccak256.HashText("block");
        string hash = block.ToBareString();

        string bytes = Convert.ToHexStringLower(SignBytes.Of(new Vote(VoteType.Precommit, 3, 0, block, 0, 0), "10740"));

        Assert.Equal($"5e080211030000000000000022480a20{hash}122408011220{hash}2a0032053130373430", bytes);
    }

    [Fact]
    public void A_proposal_without_earlier_prevotes_signs_minus_one()
    {
        byte[] bytes = SignBytes.Of(new Proposal(1, 1, Proposal.NoPolRound, Hash32.Zero, 0, 0), "");

        Assert.Equal(
            "210820110100000000000000190100000000000000" + "20ffffffffffffffffff01" + "3200",
            Convert.ToHexStringLower(bytes));
    }

    // RFC 8032, section 7.1, tests 1 to 3.
    [Theory]
    [InlineData(
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData(
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData(
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void Keys_sign_as_RFC_8032_says(string secret, string publicKey, string message, string signature)
    {
        Ed25519Key key = new(Convert.FromHexString(secret));

        Assert.Equal(publicKey, Convert.ToHexStringLower(key.PublicKey));
        Assert.Equal(signature, Convert.ToHexStringLower(key.Sign(Convert.FromHexString(message))));
    }

    [Fact]
    public void A_signature_holds_for_its_vote_alone()
    {
        Ed25519Key key = Ed25519Key.FromSeed("seed");
        Vote vote = new(VoteType.Prevote, 5, 2, Keccak256.HashText("a"), 7, 3);
        byte[] signature = key.Sign(SignBytes.Of(vote, "10740"));

        Assert.True(Ed25519Key.Verify(key.PublicKey, SignBytes.Of(vote, "10740"), signature));
        Assert.False(Ed25519Key.Verify(key.PublicKey, SignBytes.Of(vote, "10741"), signature));
        Assert.False(Ed25519Key.Verify(key.PublicKey, SignBytes.Of(vote with { Round = 3 }, "10740"), signature));
        Assert.False(Ed25519Key.Verify(key.PublicKey, SignBytes.Of(vote, "10740"), Encoding.UTF8.GetBytes("short")));
    }

    [Fact]
    public void Evidence_is_the_same_in_whichever_order_the_votes_came()
    {
        Vote one = new(VoteType.Prevote, 5, 2, Keccak256.HashText("a"), 7, 3);
        Vote other = one with { Block = Keccak256.HashText("b"), UnixNanoseconds = 9 };

        Assert.Equal(DuplicateVote.Of(one, other).Hash("10740"), DuplicateVote.Of(other, one).Hash("10740"));
        Assert.False(DuplicateVote.Is(one, other with { Round = 1 }));
        Assert.Throws<ArgumentException>(() => DuplicateVote.Of(one, one));
    }
}
