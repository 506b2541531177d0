using System.Text.Json;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Tests.NodePeers;
using Simulator.Protocol.Tests.X402;
using Simulator.Protocol.Tests.X402.Sponsoring;
using Simulator.Protocol.Tests.X402.Verification;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Tests.CrossChecks;

/// <summary>Against the reference implementation of x402, its facilitator, clients and header codecs.</summary>
public sealed class X402CrossChecks
{
    [NodeFact]
    public void The_reference_facilitator_names_the_same_error_for_every_pair_of_broken_rules()
    {
        List<PaymentScenario> scenarios =
        [
            .. Pairs(PaymentScenario.Upto, VerificationOrderTests.UptoRules),
            .. Pairs(PaymentScenario.Exact, VerificationOrderTests.ExactRules),
            .. Pairs(PaymentScenario.Usdc, VerificationOrderTests.Eip3009Rules),
        ];

        AssertSameVerdicts(scenarios);
    }

    [NodeFact]
    public void The_reference_facilitator_names_the_same_error_for_every_broken_sponsoring()
    {
        // A signature of another length cannot be simulated there at all, which here is one failed simulation.
        AssertSameVerdicts(
        [
            .. SponsoringTests.PermitCases.Select(entry => SponsoringTests.WithPermit(entry.Change)),
            .. SponsoringTests.ApprovalCases.Select(entry => SponsoringTests.WithApproval(entry.Change)),
        ]);
    }

    [NodeFact]
    public void The_reference_facilitator_settles_to_the_same_answer()
    {
        string[] due = ["0", "7", "100000000000000000", "100000000000000001"];
        List<object> questions = [];
        List<string> expected = [];
        foreach (string amount in due)
        {
            foreach (string receipt in new[] { "success", "reverted" })
            {
                PaymentScenario scenario = PaymentScenario.Upto();
                scenario.Requirements = scenario.Requirements with { Amount = amount };
                questions.Add(Question("x402.settle", scenario, receipt));
                expected.Add(Settle(scenario, receipt == "success").ToJson());
            }
        }

        Assert.Equal(expected, NodePackage.Libraries.Ask(questions).Select(Normalised));
    }

    [NodeFact]
    public void Payments_of_the_reference_clients_are_valid_here_and_decode_to_themselves()
    {
        (string Scheme, PaymentRequirements Requirements)[] routes =
        [
            ("upto", Payments.UptoRequirements),
            ("exact", Payments.ExactRequirements),
            ("exact", Payments.UsdcRequirements),
        ];
        JsonElement[] headers = NodePackage.Libraries.Ask(routes.Select(route => (object)new
        {
            ask = "x402.pay",
            scheme = route.Scheme,
            now = Payments.Now,
            key = Hex.Encode(Payments.PayerKey.ToArray()),
            requirements = Json(route.Requirements),
        }));

        for (int i = 0; i < routes.Length; i++)
        {
            PaymentScenario scenario = PaymentScenario.Upto();
            Assert.True(PaymentPayload.FromHeader(headers[i].GetString()!).TryGet(out PaymentPayload? payment));
            Assert.Equal(routes[i].Requirements, payment.Accepted);
            Assert.IsNotType<OpaquePayload>(payment.Payload);

            Protocol.X402.Verification outcome = PaymentVerification.Verify(
                payment, routes[i].Requirements, scenario.Context, scenario.Chain);

            Assert.Null(outcome.Error);
            Assert.Equal(Payments.Payer, outcome.Payer);
        }
    }

    [NodeFact]
    public void Headers_written_here_are_read_and_written_alike_by_the_reference_codec()
    {
        string required = new PaymentRequired(
            new ResourceInfo("https://node/v1/é", "Grüße 😀"), [Payments.UptoRequirements], "no\n\"pay\"").ToHeader();
        string payment = Payments.Upto().ToHeader();
        string response = new SettleResponse(true, "0xab", "eip155:8453", Payer: "0x1", Amount: "5").ToHeader();

        JsonElement[] answers = NodePackage.Libraries.Ask(
        [
            new { ask = "x402.recode", kind = "required", header = required },
            new { ask = "x402.recode", kind = "payment", header = payment },
            new { ask = "x402.recode", kind = "response", header = response },
        ]);

        Assert.Equal([required, payment, response], answers.Select(answer => answer.GetString()!));
    }

    private static IEnumerable<PaymentScenario> Pairs(
        Func<PaymentScenario> create, (string Error, Action<PaymentScenario> Break)[] rules)
    {
        yield return create();
        for (int first = 0; first < rules.Length; first++)
        {
            for (int second = first; second < rules.Length; second++)
            {
                PaymentScenario scenario = create();
                rules[first].Break(scenario);
                rules[second].Break(scenario);
                yield return scenario;
            }
        }
    }

    private static void AssertSameVerdicts(List<PaymentScenario> scenarios)
    {
        JsonElement[] answers = NodePackage.Libraries.Ask(scenarios.Select(scenario => Question("x402.verify", scenario)));

        Assert.Equal(
            scenarios.Select(scenario => scenario.Verify().ToResponse()).Select(Verdict),
            answers.Select(answer => Verdict(new VerifyResponse(
                answer.GetProperty("isValid").GetBoolean(),
                answer.TryGetProperty("invalidReason", out JsonElement reason) ? reason.GetString() : null,
                Payer: answer.GetProperty("payer").GetString()))));
    }

    private static string Verdict(VerifyResponse response) =>
        $"{response.IsValid} {response.InvalidReason} {response.Payer}";

    private static SettleResponse Settle(PaymentScenario scenario, bool receiptSucceeded)
    {
        PaymentPayload payment = scenario.Payment();
        PaymentRequirements again = Permit2Settlement.ForVerification(payment, scenario.Requirements);
        Assert.True(UptoVerification.TryAdmit(
            payment, again, scenario.Context, out Permit2Candidate? candidate, out _));
        Protocol.X402.Verification verification =
            UptoVerification.Verify(payment, again, scenario.Context, scenario.Chain);
        SettlementStep step = Permit2Settlement.Decide(
            verification, candidate, payment, scenario.Requirements, scenario.Context);
        return step is SettlementStep.Answer answer
            ? answer.Response
            : Permit2Settlement.Conclude(
                candidate,
                scenario.Requirements,
                Hash32.Parse(string.Concat(Enumerable.Repeat("ab", 32))),
                receiptSucceeded);
    }

    private static string Normalised(JsonElement response)
    {
        byte[] utf8 = JsonSerializer.SerializeToUtf8Bytes(response);
        Assert.True(SettleResponse.FromJson(utf8).TryGet(out SettleResponse? read));
        return read.ToJson();
    }

    private static object Question(string ask, PaymentScenario scenario, string receipt = "success") => new
    {
        ask,
        scheme = scenario.Requirements.Scheme,
        now = scenario.Context.Now,
        own = scenario.Context.OwnAddresses.Select(address => address.ToString()),
        payment = JsonSerializer.Deserialize<JsonElement>(scenario.Payment().ToJson()),
        requirements = Json(scenario.Requirements),
        chain = new
        {
            reverts = !scenario.Chain.Simulation.Succeeded,
            receipt,
            proxyIsDeployed = scenario.Chain.ProxyIsDeployed,
            balance = scenario.Chain.Balance?.ToString(),
            allowance = scenario.Chain.AllowanceToPermit2?.ToString(),
            payerHasCode = scenario.Chain.PayerHasCode,
            name = scenario.Chain.Name,
            version = scenario.Chain.Version,
            authorizationIsUsed = scenario.Chain.AuthorizationIsUsed,
        },
    };

    private static JsonElement Json(PaymentRequirements requirements) =>
        JsonSerializer.Deserialize<JsonElement>(
            new FacilitatorRequest(Payments.Upto(), requirements).ToJson()).GetProperty("paymentRequirements");
}
