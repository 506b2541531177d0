using System.Text.Json;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;
using Simulator.Protocol.Tests.Ethereum;
using Simulator.Protocol.Tests.NodePeers;
using Simulator.Protocol.Tests.X402;

namespace Simulator.Protocol.Tests.CrossChecks;

/// <summary>Against ethers, viem and the Permit2 SDK.</summary>
public sealed class EthereumCrossChecks
{
    private const int Samples = 100;

    [NodeFact]
    public void Hashes_accounts_signatures_and_recovery_are_those_of_ethers_and_viem()
    {
        List<object> questions = [];
        List<string> expected = [];
        for (int i = 0; i < Samples; i++)
        {
            PrivateKey key = PrivateKey.FromSeed($"cross-check {i}");
            byte[] message = new byte[i * 3];
            Array.Fill(message, (byte)i);
            Hash32 digest = Keccak256.Hash(message);
            EthereumSignature signature = Secp256k1.Sign(digest, key);
            string keyText = Hex.Encode(key.ToArray());
            string signatureText = signature.ToString();

            Add(new { ask = "ethers.keccak", bytes = Hex.Encode(message) }, digest.ToString());
            Add(new { ask = "ethers.address", key = keyText }, Secp256k1.AddressOf(key).ToString());
            Add(new { ask = "ethers.sign", key = keyText, digest = digest.ToString() }, signatureText);
            Add(new { ask = "viem.sign", key = keyText, digest = digest.ToString() }, signatureText);
            Add(
                new { ask = "ethers.recover", digest = digest.ToString(), signature = signatureText },
                Secp256k1.AddressOf(key).ToString());
            Add(new { ask = "ethers.compact", signature = signatureText }, Hex.Encode(signature.ToCompactArray()));
        }

        Assert.Equal(expected, NodePackage.Libraries.Ask(questions).Select(answer => answer.GetString()!));

        void Add(object question, string answer)
        {
            questions.Add(question);
            expected.Add(answer);
        }
    }

    [NodeFact]
    public void Permit2_digests_are_those_of_the_permit2_sdk_ethers_and_viem()
    {
        List<object> questions = [];
        List<string> expected = [];
        for (int i = 0; i < Samples; i++)
        {
            Permit2Authorization authorization = Sample(i);
            string digest = Permit2TypedData.Digest(Deployments.BaseChainId, authorization).ToString();
            object types = WitnessTypes(authorization);
            object permit = Message(authorization);
            object domain = new
            {
                name = "Permit2",
                chainId = 8453,
                verifyingContract = Deployments.Permit2.ToString(),
            };

            questions.Add(new
            {
                ask = "permit2.digest",
                permit,
                permit2Address = Deployments.Permit2.ToString(),
                chainId = 8453,
                witness = new
                {
                    witness = Witness(authorization),
                    witnessTypeName = "Witness",
                    witnessType = new { Witness = WitnessMembers(authorization) },
                },
            });
            questions.Add(new { ask = "ethers.typedData", domain, types, message = permit });
            questions.Add(new
            {
                ask = "viem.typedData",
                domain,
                types,
                primaryType = "PermitWitnessTransferFrom",
                message = permit,
            });
            expected.AddRange([digest, digest, digest]);
        }

        Assert.Equal(expected, NodePackage.Libraries.Ask(questions).Select(answer => answer.GetString()!));
    }

    [NodeFact]
    public void Token_permit_and_eip3009_digests_are_those_of_ethers()
    {
        TokenPermit permit = new(Payments.Payer, Deployments.Permit2, UInt256.MaxValue, 3UL, Payments.Now);
        TransferAuthorization order = Payments.UsdcAuthorization;
        object domain = new
        {
            name = "USD Coin",
            version = "2",
            chainId = 8453,
            verifyingContract = Deployments.UsdcBase.ToString(),
        };
        object permitMessage = new
        {
            owner = permit.Owner.ToString(),
            spender = permit.Spender.ToString(),
            value = permit.Value.ToString(),
            nonce = permit.Nonce.ToString(),
            deadline = permit.Deadline.ToString(),
        };
        object orderMessage = new
        {
            from = order.From.ToString(),
            to = order.To.ToString(),
            value = order.Value.ToString(),
            validAfter = order.ValidAfter.ToString(),
            validBefore = order.ValidBefore.ToString(),
            nonce = order.Nonce.ToString(),
        };
        object[] orderMembers =
        [
            Member("from", "address"), Member("to", "address"), Member("value", "uint256"),
            Member("validAfter", "uint256"), Member("validBefore", "uint256"), Member("nonce", "bytes32"),
        ];
        object[] permitMembers =
        [
            Member("owner", "address"), Member("spender", "address"), Member("value", "uint256"),
            Member("nonce", "uint256"), Member("deadline", "uint256"),
        ];

        JsonElement[] answers = NodePackage.Libraries.Ask(
        [
            Ask(new { Permit = permitMembers }, permitMessage),
            Ask(new { TransferWithAuthorization = orderMembers }, orderMessage),
            Ask(new { ReceiveWithAuthorization = orderMembers }, orderMessage),
        ]);

        Assert.Equal(permit.Digest(Deployments.UsdcBaseDomain).ToString(), answers[0].GetString());
        Assert.Equal(order.TransferDigest(Deployments.UsdcBaseDomain).ToString(), answers[1].GetString());
        Assert.Equal(order.ReceiveDigest(Deployments.UsdcBaseDomain).ToString(), answers[2].GetString());

        object Ask(object types, object message) => new { ask = "ethers.typedData", domain, types, message };
    }

    [NodeFact]
    public void Signed_transactions_are_read_by_ethers_and_viem_as_they_were_meant()
    {
        List<object> questions = [];
        foreach (Eip1559Transaction transaction in Eip1559TransactionTests.Transactions)
        {
            string bytes = Hex.Encode(transaction.Sign(Payments.PayerKey).Encode());
            questions.Add(new { ask = "ethers.transaction", bytes });
            questions.Add(new { ask = "viem.transaction", bytes });
        }

        JsonElement[] answers = NodePackage.Libraries.Ask(questions);

        for (int i = 0; i < Eip1559TransactionTests.Transactions.Length; i++)
        {
            Eip1559Transaction transaction = Eip1559TransactionTests.Transactions[i];
            SignedTransaction signed = transaction.Sign(Payments.PayerKey);
            JsonElement ethers = answers[2 * i];
            JsonElement viem = answers[(2 * i) + 1];
            Assert.Equal(Payments.Payer.ToString(), ethers.GetProperty("from").GetString());
            Assert.Equal(signed.Hash().ToString(), ethers.GetProperty("hash").GetString());
            Assert.Equal(Hex.Encode(signed.Encode()), ethers.GetProperty("serialized").GetString());
            Assert.Equal(Payments.Payer.ToString(), viem.GetProperty("from").GetString(), ignoreCase: true);
            Assert.Equal(Hex.Encode(transaction.Data), viem.GetProperty("data").GetString());
            Assert.Equal((long)transaction.Nonce, viem.GetProperty("nonce").GetInt64());
        }
    }

    [NodeFact]
    public void Call_data_of_the_proxies_is_that_of_viem()
    {
        byte[] signature = Secp256k1.Sign(Keccak256.HashText("call"), Payments.PayerKey).ToArray();
        string[] parts =
        [
            "struct P { address token; uint256 amount; }",
            "struct T { P permitted; uint256 nonce; uint256 deadline; }",
            "struct W { address to; address facilitator; uint256 validAfter; }",
            "function settle(T permit, uint256 amount, address owner, W witness, bytes signature)",
        ];
        Permit2Authorization authorization = Payments.UptoAuthorization;
        object permit = new
        {
            permitted = new { token = authorization.Token.ToString(), amount = authorization.Amount.ToString() },
            nonce = authorization.Nonce.ToString(),
            deadline = authorization.Deadline.ToString(),
        };
        object[] arguments =
            [permit, "17", authorization.From.ToString(), Witness(authorization), Hex.Encode(signature)];

        JsonElement[] answers = NodePackage.Libraries.Ask(
            [new { ask = "viem.call", abi = parts, functionName = "settle", args = arguments }]);

        Assert.Equal(
            Hex.Encode(new UptoSettleCall(Deployments.UptoProxy, authorization, 17UL, signature).Encode()),
            answers[0].GetString());
    }

    private static Permit2Authorization Sample(int i)
    {
        Permit2Authorization shape = i % 2 == 0 ? Payments.UptoAuthorization : Payments.ExactAuthorization;
        UInt256 number = UInt256.Parse(Keccak256.HashText($"number {i}").ToString());
        return shape with
        {
            Amount = number,
            Nonce = UInt256.Parse(Keccak256.HashText($"nonce {i}").ToString()),
            Token = Secp256k1.AddressOf(PrivateKey.FromSeed($"token {i}")),
            Deadline = (ulong)i,
        };
    }

    private static object Message(Permit2Authorization authorization) => new
    {
        permitted = new { token = authorization.Token.ToString(), amount = authorization.Amount.ToString() },
        spender = authorization.Spender.ToString(),
        nonce = authorization.Nonce.ToString(),
        deadline = authorization.Deadline.ToString(),
        witness = Witness(authorization),
    };

    private static object Witness(Permit2Authorization authorization) =>
        authorization.Witness.Facilitator is { } facilitator
        ? new
        {
            to = authorization.Witness.To.ToString(),
            facilitator = facilitator.ToString(),
            validAfter = authorization.Witness.ValidAfter.ToString(),
        }
        : new { to = authorization.Witness.To.ToString(), validAfter = authorization.Witness.ValidAfter.ToString() };

    private static object[] WitnessMembers(Permit2Authorization authorization) =>
        authorization.Witness.Facilitator is null
            ? [Member("to", "address"), Member("validAfter", "uint256")]
            : [Member("to", "address"), Member("facilitator", "address"), Member("validAfter", "uint256")];

    private static object WitnessTypes(Permit2Authorization authorization) => new
    {
        PermitWitnessTransferFrom = new[]
        {
            Member("permitted", "TokenPermissions"), Member("spender", "address"), Member("nonce", "uint256"),
            Member("deadline", "uint256"), Member("witness", "Witness"),
        },
        TokenPermissions = new[] { Member("token", "address"), Member("amount", "uint256") },
        Witness = WitnessMembers(authorization),
    };

    private static object Member(string name, string type) => new { name, type };
}
